"""A digest goes through a real server: whom, how many, in what words; and again, byte for byte."""

from email.message import EmailMessage
from pathlib import Path

import pytest
from pytest_django import Settings
from tests import cast
from tests.cases.asking import CANARY
from tests.delivery.bundles.crowd import HERS, three
from tests.delivery.mail_server import Postbox, mail_server
from tests.delivery.scene import Scene
from tests.printing.in_print import pages

from tocsin.actions.models import Action, ActionState, LetterText
from tocsin.cases.models import Case, Claim, PersonAtRisk, SubjectKind
from tocsin.delivery.bundles.bundle import bundle
from tocsin.delivery.bundles.digest import digest
from tocsin.delivery.bundles.models import Bundle, BundledLetter, BundleKind, BundleState
from tocsin.delivery.bundles.send_bundle import send_bundle
from tocsin.delivery.bundles.waiting import printable, waiting
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.jobs.errors import Retry
from tocsin.supporters.models import Supporter

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(scene: Scene) -> Bundle:
    three(scene)
    (made,) = bundle(waiting(), BundleKind.DIGEST)
    return made


def attempt(made: Bundle) -> Bundle:
    send_bundle({"bundle": str(made.public_id)})
    made.refresh_from_db()
    return made


def parts(postbox: Postbox) -> tuple[EmailMessage, str, list[str]]:
    """The one message, its words, and the pages of its file."""
    (message,) = postbox.letters
    text, file = message.iter_parts()
    assert file.get_content_type() == "application/pdf"
    return message, text.get_content().replace("\r\n", "\n"), pages(file.get_content())


def test_it_tells_count_countries_words_and_signatures(scene: Scene, made: Bundle) -> None:
    with mail_server() as postbox:
        assert attempt(made).state == BundleState.ACCEPTED
    message, text, file = parts(postbox)
    assert (message["To"], message["From"]) == ("london@embassy.example", "Appeals <letters@appeals.example>")
    assert (message["Subject"], message["Message-ID"]) == (
        "Free Natalia Sokolova (letters: 3)",
        made.message_id,
    )
    for said in (
        "Letters: 3",
        "Norway: 2\nKyrgyzstan: 1",
        f"{HERS}\n– Berit, Norway",
        "To: Embassy of Kazakhstan in London",
    ):
        assert said in text
    whole = " ".join(file)
    for said in ("1 Anna Norway", "2 Berit Norway", "3 Вера Kyrgyzstan", HERS, "прошу освободить её."):
        assert said in whole
    assert "@supporters.example" not in text + whole + str(message["Subject"])


def test_a_repeat_is_the_same_message_byte_for_byte(scene: Scene, made: Bundle) -> None:
    first = digest(Bundle.objects.get())
    made.refresh_from_db()
    assert digest(made) == first
    with mail_server() as postbox:
        attempt(made)
        Bundle.objects.update(state=BundleState.MADE)
        attempt(made), attempt(made)
    assert [letter["Message-ID"] for letter in postbox.letters] == [made.message_id] * 2


def test_a_temporary_error_puts_it_off(scene: Scene, made: Bundle) -> None:
    with mail_server("451 later") as postbox:
        with pytest.raises(Retry):
            attempt(made)
        made.refresh_from_db()
        assert (made.state, made.error) == (BundleState.DEFERRED, "451 later")
        attempt(made)
    assert (made.state, made.error, made.attempts, len(postbox.letters)) == (BundleState.ACCEPTED, "", 2, 1)


def test_given_up_its_letters_are_seen_as_such_and_can_be_printed(scene: Scene, made: Bundle) -> None:
    with mail_server("550 we take no bundles"):
        attempt(made)
    assert (made.state, made.error, made.count) == (BundleState.FAILED, "550 we take no bundles", 3)
    assert set(Delivery.objects.values_list("state", "error")) == {
        (DeliveryState.FAILED, "550 we take no bundles")
    }
    assert BundledLetter.objects.count() == 0
    (printed,) = bundle(printable(scene.london), BundleKind.BOOK, cast.member("Petra"))
    assert printed.count == 3


def test_without_mail_it_lies_in_the_folder(made: Bundle, settings: Settings, tmp_path: Path) -> None:
    settings.MAIL_FOLDER = tmp_path
    assert attempt(made).state == BundleState.FOLDERED
    assert len(list(tmp_path.glob("*.eml"))) == 1


def test_a_frozen_case_holds_it_and_a_withdrawn_action_ends_it(made: Bundle) -> None:
    with mail_server() as postbox:
        Case.objects.update(frozen_at="2026-11-22T00:00Z")
        with pytest.raises(Retry):
            attempt(made)
        Case.objects.update(frozen_at=None)
        Action.objects.update(state=ActionState.WITHDRAWN)
        assert attempt(made).state == BundleState.FAILED
    assert postbox.letters == []


def test_an_address_that_died_meanwhile_or_an_erased_letter_ends_it(scene: Scene, made: Bundle) -> None:
    with mail_server() as postbox:
        Letter.objects.all()[0].delete()
        assert attempt(made).state == BundleState.FAILED
    assert postbox.letters == []


def test_a_withheld_name_goes_nowhere(scene: Scene) -> None:
    """Not where a coordinator wrote it, and not where a supporter did."""
    person = PersonAtRisk.objects.create(case=scene.action.case, kind=SubjectKind.PERSON)
    Claim.objects.create(subject=person, predicate="name", value=CANARY)
    Action.objects.update(title=f"Free {CANARY}")
    three(scene)
    LetterText.objects.update(subject=f"Free {CANARY}", body=f"Release {CANARY}.")
    Letter.objects.update(body=f"I have known {CANARY} for many years as an honest person.", subject=CANARY)
    (made,) = bundle(waiting(), BundleKind.DIGEST)
    with mail_server() as postbox:
        attempt(made)
    message, text, file = parts(postbox)
    everything = " ".join([text, *file, str(message["Subject"])])
    assert "for many years" in everything
    assert [word for word in CANARY.split() if word in everything] == []
    assert Supporter.objects.count() == 3
