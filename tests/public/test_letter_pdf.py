"""The letter as a PDF: as its writer left it, with her name only where she wants it, in a window's place."""

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from pypdfium2 import PdfDocument
from tests.cases.asking import CANARY
from tests.delivery.scene import Scene
from tests.printing.in_print import pages, place_of

from tocsin.actions.models import LetterText
from tocsin.cases.models import Claim, PersonAtRisk, SubjectKind
from tocsin.directory.models import Accreditation, Channel, ContactPoint
from tocsin.printing import sheet as sheets
from tocsin.printing.envelopes import US_10
from tocsin.printing.sheet import CannotPrint

from .test_write import MINE, letter, post, words

pytestmark = pytest.mark.django_db
PDF = "/a/strike-in-aktau/letter.pdf"


def pdf(response: HttpResponse) -> bytes:
    assert (response.status_code, response.headers["Content-Type"]) == (200, "application/pdf")
    return response.content


def add_fax(scene: Scene) -> None:
    ContactPoint.objects.create(
        office=scene.london.office,
        channel=Channel.FAX,
        value="+442075814647",
        source="a call",
        confirmed_at=timezone.now(),
    )


def test_her_own_words_reach_the_paper_and_nothing_of_it_is_kept(scene: Scene, olga: Client) -> None:
    answer = post(olga, "letter.pdf", letter(scene.london, sender="Sam Support\r\nStorgata 1\r\n0155 Oslo"))
    (page,) = pages(pdf(answer))
    for said in (
        "In my own words.",
        "Пусть её освободят <b>now</b> & here.",
        "33 Thurloe Square",
        "UNITED KINGDOM",
    ):
        assert said in page
    assert page.count("Sam Support") == 3
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Content-Disposition"] == 'inline; filename="strike-in-aktau.pdf"'


@pytest.mark.parametrize(
    ("sender", "sentence"),
    [
        ("Sam\r\n" + "x" * 61, "At most 60 letters in a line, please: this one has 61: “xxx"),
        ("one\ntwo\n\nthree\nfour\nfive\nsix", "At most 5 lines, please: yours has 6."),
    ],
)
@pytest.mark.parametrize(("way", "asked"), [("print", {}), ("fax", {"fax": "1"})])
def test_what_finds_no_room_on_the_paper_is_said_and_not_cut(
    scene: Scene, olga: Client, sender: str, sentence: str, way: str, asked: dict[str, str]
) -> None:
    add_fax(scene)
    refused = post(olga, "letter.pdf", letter(scene.london, sender=sender, **asked))
    page = BeautifulSoup(refused.content, "lxml")
    (opened,) = page.select("details.way[open]")
    assert (refused.status_code, opened["id"]) == (422, f"way_{way}")
    field = opened.select_one("[name=sender]")
    assert sentence in opened.find(id=f"{field['id']}_error").text
    assert field.text.split() == sender.split()
    assert opened.select_one("[name=body]").text.strip().splitlines() == MINE.splitlines()


def test_what_just_finds_room_stands_on_the_paper(scene: Scene, olga: Client) -> None:
    lines = ["Sam Support", "W" * 60, "Storgata 1", "0155 Oslo", "Norway"]
    (page,) = pages(pdf(post(olga, "letter.pdf", letter(scene.london, sender="\r\n".join(lines)))))
    for line in lines:
        assert line in page


def test_without_ties_to_a_name_the_letter_is_as_the_action_words_it(scene: Scene, olga: Client) -> None:
    """By an address that can be opened in another browser; a name in it would be kept there, and is not read."""
    (page,) = pages(pdf(olga.get(PDF, {"country": "NO", "unsigned": "1", "sender": "Sam Support"})))
    assert "I ask you to release Natalia Sokolova at once." in page
    assert "Sam Support" not in page


def test_from_america_it_is_a_sheet_for_a_number_10_envelope(scene: Scene, olga: Client) -> None:
    Accreditation.objects.create(office=scene.london.office, serves="US", source="the appeal")
    made = pdf(post(olga, "letter.pdf", letter(scene.london, country="US")))
    assert place_of(made, "KINGDOM")[3] <= US_10.y + US_10.height + 0.3


def test_a_fax_has_a_cover_where_a_number_is_confirmed(scene: Scene, olga: Client) -> None:
    asked = letter(scene.london, fax="1")
    assert "Fax" not in pages(pdf(post(olga, "letter.pdf", asked)))[0]
    add_fax(scene)
    cover, _ = pages(pdf(post(olga, "letter.pdf", asked)))
    assert "Fax number +442075814647" in cover
    assert cover.endswith("2 1 / 2")


def test_letters_without_a_font_are_said_in_words_with_the_mend(scene: Scene, olga: Client) -> None:
    refused = post(olga, "letter.pdf", letter(scene.london, body="தமிழ் and ᚠ"))
    assert refused.status_code == 422
    said = words(refused)
    assert "This site has no font for these letters" in said
    assert 'pip install "fontpkg-noto-sans-tamil"' in said
    assert "Print from the browser" in said
    assert "தமிழ் and ᚠ" in refused.content.decode()


def test_a_typesetter_out_of_order_loses_no_letter(
    scene: Scene, olga: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(order: bytes, seconds: float) -> None:
        raise CannotPrint("no typesetter")

    monkeypatch.setattr(sheets._warm, "set", broken)
    refused = post(olga, "letter.pdf", letter(scene.london))
    assert refused.status_code == 503
    assert "Your letter is still here." in words(refused)
    assert "In my own words." in refused.content.decode()


@pytest.mark.parametrize(("page", "country"), [(PDF, "KZ"), (PDF, "QQ"), (PDF, "")])
def test_who_must_not_or_cannot_write_is_led_back(
    scene: Scene, olga: Client, page: str, country: str
) -> None:
    assert olga.get(page, {"country": country}).status_code == 302
    assert post(olga, "letter.pdf", letter(scene.ministry, country="KZ")).status_code == 302


def test_a_withheld_name_stands_in_no_sheet(scene: Scene, olga: Client) -> None:
    """As worded by the action; what a supporter types is hers, and goes to nobody but her."""
    person = PersonAtRisk.objects.create(case=scene.action.case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    scene.action.title = f"Free {CANARY}"
    scene.action.save()
    LetterText.objects.update(subject=f"Free {CANARY}", body=f"Release {CANARY}.\n\nYours,")
    made = pdf(olga.get(PDF, {"country": "NO", "unsigned": "1"}))
    said = " ".join(pages(made)) + str(PdfDocument(made).get_metadata_dict())
    assert "Release" in said
    assert [word for word in CANARY.split() if word in said] == []


def test_the_ways_offer_it_where_paper_is_one(scene: Scene, olga: Client) -> None:
    page = post(olga, "ways", letter(scene.london)).content.decode()
    assert f'action="{PDF}#way_print"' in page
    assert "Put my name and address on it" in page
    assert (
        f"{PDF}?country=NO&amp;unsigned=1"
        in olga.get("/a/strike-in-aktau/write?country=NO&ties=yes").content.decode()
    )
