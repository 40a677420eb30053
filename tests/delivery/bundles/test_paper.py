"""Letters to post and a petition book: from the same rows the same bytes, and nobody's mailbox in them."""

from dataclasses import replace

import pytest
from pypdfium2 import PdfDocument
from tests import cast
from tests.cases.asking import CANARY
from tests.delivery.bundles.crowd import HERS, plan, three
from tests.delivery.scene import Scene, copied, sam
from tests.printing.in_print import pages

from tocsin.cases.models import Claim, PersonAtRisk, SubjectKind
from tocsin.delivery.bundles.bundle import bundle
from tocsin.delivery.bundles.models import Bundle, BundleKind, When
from tocsin.delivery.bundles.paper import bundle_file
from tocsin.delivery.bundles.petition_of import Erased
from tocsin.delivery.bundles.waiting import printable
from tocsin.delivery.confirm import confirm
from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.take_letter import To, take_letter
from tocsin.delivery.tokens import confirmation_token

pytestmark = pytest.mark.django_db


def make(scene: Scene, kind: BundleKind, envelope: str = "din") -> Bundle:
    three(scene, When.PAPER)
    (made,) = bundle(printable(scene.london), kind, cast.member("Petra"), envelope=envelope)
    return made


def test_letters_to_post_stand_in_one_file_behind_their_contents(scene: Scene) -> None:
    made = make(scene, BundleKind.LETTERS)
    contents, *letters = pages(bundle_file(made).pdf)
    assert contents.startswith(
        "Letters to post Free Natalia Sokolova · Embassy of Kazakhstan in London To Date Page 1 "
    )
    assert [n for n in (2, 3, 4) if f"{n} {n + 1}" in contents or contents.endswith(f" {n}")]
    assert len(letters) == 3
    for page in letters:
        assert "33 Thurloe Square London SW7 2SD UNITED KINGDOM" in page
    assert letters[0].endswith("Yours sincerely, Anna, Norway")
    assert letters[1].endswith("Yours sincerely, Berit, Norway")
    assert letters[2].endswith("С уважением, Вера, Киргизия")


def test_american_envelopes_are_asked_for_at_the_desk(scene: Scene) -> None:
    page = PdfDocument(bundle_file(make(scene, BundleKind.LETTERS, "us10")).pdf)[0]
    assert (page.get_width(), page.get_height()) == (612, 792)


def test_a_book_holds_count_letters_words_and_signatures(scene: Scene) -> None:
    cover, *inside = pages(bundle_file(make(scene, BundleKind.BOOK)).pdf)
    assert "To: Embassy of Kazakhstan in London Free Natalia Sokolova" in cover
    assert "3 Letters" in cover
    whole = " ".join(inside)
    for said in (HERS, "Berit, Norway", "1 Anna Norway", "3 Вера Kyrgyzstan", "прошу освободить её."):
        assert said in whole


@pytest.mark.parametrize("kind", [BundleKind.LETTERS, BundleKind.BOOK])
def test_the_same_letters_give_the_same_bytes(scene: Scene, kind: BundleKind) -> None:
    made = make(scene, kind)
    assert bundle_file(Bundle.objects.get(pk=made.pk)).pdf == bundle_file(made).pdf


@pytest.mark.parametrize("kind", [BundleKind.LETTERS, BundleKind.BOOK])
def test_no_mailbox_and_no_withheld_name_is_printed(scene: Scene, kind: BundleKind) -> None:
    person = PersonAtRisk.objects.create(case=scene.action.case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    made = make(scene, kind)
    Letter.objects.update(subject=f"Free {CANARY}", body=f"I have known {CANARY} for many years, and well.")
    pdf = bundle_file(made).pdf
    said = " ".join(pages(pdf)) + str(PdfDocument(pdf).get_metadata_dict())
    assert "for many years" in said
    assert [word for word in (*CANARY.split(), "supporters.example") if word in said] == []


def test_a_copy_says_to_whom_the_letter_was_written(scene: Scene) -> None:
    ministry = copied(scene, "Foreign Ministry", "foreign@ministry.example")
    plan(scene, When.PAPER, ministry)
    copied_to = To(ministry.pk, scene.email_of(ministry).pk)
    take_letter(scene.action.pk, sam(), replace(scene.written(), copies=(copied_to,)))
    letter = Delivery.objects.get(is_copy=False)
    confirm(confirmation_token(letter.public_id))
    (made,) = bundle(printable(ministry), BundleKind.LETTERS)
    assert (
        "Copy of a letter to: Embassy of Kazakhstan in London Your Excellency,"
        in pages(bundle_file(made).pdf)[1]
    )


def test_a_bundle_whose_writers_were_erased_is_made_no_more(scene: Scene) -> None:
    made = make(scene, BundleKind.BOOK)
    Letter.objects.all().delete()
    with pytest.raises(Erased):
        bundle_file(made)
