"""Letters leave through a real SMTP connection, once; errors are told apart and said in the server's words."""

from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings
from tests import cast
from tests.delivery.counted import counts
from tests.post.text_of import text_of

from tocsin.actions.models import Action, ActionState
from tocsin.cases.models import Case
from tocsin.delivery.confirm import confirm
from tocsin.delivery.counts import Counts
from tocsin.delivery.dispatch.back_off import PAUSES
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.requeue import requeue
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.directory.models import ContactPoint

from .leaving import attempt, put_off
from .mail_server import mail_server
from .scene import BODY, SUBJECT, Scene, sam

pytestmark = pytest.mark.django_db


def confirmed(scene: Scene) -> Delivery:
    return confirmed_by(scene, cast.SAM)


def confirmed_by(scene: Scene, email: str) -> Delivery:
    take_letter(scene.action.pk, sam(email), scene.written())
    delivery = Delivery.objects.order_by("-pk")[0]
    confirm(confirmation_token(delivery.public_id))
    return delivery


def about(seconds: float) -> object:
    """A pause is spread by a tenth, and a test takes its time."""
    return pytest.approx(seconds, rel=0.11, abs=5)


def test_the_letter_arrives_in_her_name_from_our_domain(scene: Scene) -> None:
    with mail_server() as postbox:
        sent = attempt(confirmed(scene))
    (letter,) = postbox.letters
    assert letter["From"] == "Sam Support via Appeals <letters@appeals.example>"
    assert letter["Reply-To"] == cast.SAM
    assert (letter["To"], letter["Subject"]) == ("london@embassy.example", SUBJECT)
    assert letter["Message-ID"] == sent.message_id
    assert text_of(letter).replace("\r\n", "\n").rstrip() == f"{BODY}\n\nSam Support\nNorway"
    assert (sent.state, counts(scene.action)) == (DeliveryState.ACCEPTED, Counts(0, 1, 1))


def test_done_twice_it_is_sent_once(scene: Scene) -> None:
    with mail_server() as postbox:
        delivery = confirmed(scene)
        attempt(delivery), attempt(delivery)
    assert len(postbox.letters) == 1


def test_a_crash_after_the_server_took_it_repeats_the_same_message(scene: Scene) -> None:
    with mail_server() as postbox:
        delivery = attempt(confirmed(scene))
        # As it stands after a crash, when the lease has run out.
        Delivery.objects.update(state=DeliveryState.SENDING, due_at=timezone.now())
        attempt(delivery)
    assert [letter["Message-ID"] for letter in postbox.letters] == [delivery.message_id] * 2


def test_a_temporary_error_puts_it_off_and_keeps_the_reason(scene: Scene) -> None:
    with mail_server("451 try again later") as postbox:
        delivery = confirmed(scene)
        assert put_off(delivery) == about(PAUSES[0])
        assert (delivery.state, delivery.error) == (DeliveryState.DEFERRED, "451 try again later")
        attempt(delivery)
    assert (len(postbox.letters), delivery.state, delivery.error) == (1, DeliveryState.ACCEPTED, "")


def test_it_is_given_up_after_three_days_of_temporary_errors(scene: Scene) -> None:
    answers = ["452 mailbox full"] * (len(PAUSES) + 1)
    with mail_server(*answers) as postbox:
        delivery = confirmed(scene)
        pauses = [put_off(delivery) for _ in PAUSES]
        attempt(delivery)
    assert postbox.letters == []
    assert 2.5 < sum(pauses) / 86400 < 3.5
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "452 mailbox full")


def test_a_permanent_error_ends_it_in_the_servers_own_words(scene: Scene) -> None:
    with mail_server("550 no such office") as postbox:
        delivery = attempt(confirmed(scene))
    assert postbox.letters == []
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "550 no such office")
    assert counts(scene.action) == Counts(0, 1, 0)


@pytest.mark.parametrize(
    ("answer", "is_bounced"),
    [
        ("550 5.1.1 no such mailbox", True),
        ("550 5.7.1 refused by policy", False),
        ("554 we do not like it", False),
    ],
)
def test_only_an_address_that_does_not_exist_is_taken_out_of_use(
    scene: Scene, answer: str, is_bounced: bool
) -> None:
    with mail_server(answer) as postbox:
        first, second = confirmed(scene), confirmed_by(scene, "other@supporters.example")
        attempt(first), attempt(second)
    assert (scene.email_of(scene.london).bounced_at is not None) == is_bounced
    assert len(postbox.letters) == (0 if is_bounced else 1)


def test_after_a_bounce_it_may_be_sent_to_the_new_address(scene: Scene) -> None:
    office = scene.london.office
    with mail_server("550 5.1.1 no such mailbox") as postbox:
        delivery = attempt(confirmed(scene))
        new = ContactPoint.objects.create(
            office=office,
            channel="email",
            value="new@embassy.example",
            source="the embassy",
            confirmed_at=timezone.now(),
        )
        assert requeue(delivery, cast.member("Petra"))
        attempt(delivery)
    assert [str(letter["To"]) for letter in postbox.letters] == ["new@embassy.example"]
    assert delivery.contact_point == new


def test_an_unreachable_server_costs_no_letter(scene: Scene, settings: Settings) -> None:
    with mail_server() as postbox:
        pass
    settings.SMTP_URL, settings.MAIL_FROM = postbox.url, "letters@appeals.example"
    delivery = confirmed(scene)
    assert put_off(delivery) == about(PAUSES[0])
    assert delivery.state == DeliveryState.DEFERRED


def test_without_mail_it_lies_in_the_folder_and_counts_as_not_accepted(
    scene: Scene, settings: Settings, tmp_path: Path
) -> None:
    settings.MAIL_FOLDER = tmp_path
    delivery = attempt(confirmed(scene))
    assert delivery.state == DeliveryState.FOLDERED
    (mail,) = tmp_path.glob("*.eml")
    assert mail.read_bytes().count(b"release Natalia") == 2, "as text and as HTML"
    assert counts(scene.action) == Counts(0, 1, 0)


def test_once_mail_is_set_up_a_member_may_send_what_lies_in_the_folder(
    scene: Scene, settings: Settings, tmp_path: Path
) -> None:
    settings.MAIL_FOLDER = tmp_path
    delivery = attempt(confirmed(scene))
    petra = cast.member("Petra")
    with mail_server() as postbox:
        assert [requeue(delivery, petra), requeue(delivery, petra)] == [True, False]
        attempt(delivery)
        assert not requeue(delivery, petra)
    assert (len(postbox.letters), delivery.state) == (1, DeliveryState.ACCEPTED)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda: Action.objects.update(state=ActionState.WITHDRAWN), "The action was withdrawn."),
        (lambda: Action.objects.update(state=ActionState.DRAFT), "The action was withdrawn."),
        (
            lambda: Action.objects.update(is_sample=True),
            "A sample action is history: its letters are never sent.",
        ),
        (
            lambda: ContactPoint.objects.update(retired_at=timezone.now()),
            "The address is no longer in use: it bounced or was retired.",
        ),
        (
            lambda: ContactPoint.objects.update(bounced_at=timezone.now()),
            "The address is no longer in use: it bounced or was retired.",
        ),
        (lambda: Letter.objects.all().delete(), "The letter was erased before it could be sent."),
    ],
)
def test_what_changed_since_is_seen_before_it_leaves(scene: Scene, change: object, reason: str) -> None:
    with mail_server() as postbox:
        delivery = confirmed(scene)
        change()
        attempt(delivery)
    assert postbox.letters == []
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, reason)


def test_a_closed_action_still_sends_what_was_confirmed(scene: Scene) -> None:
    with mail_server() as postbox:
        delivery = confirmed(scene)
        Action.objects.update(state=ActionState.CLOSED)
        attempt(delivery)
    assert len(postbox.letters) == 1


def test_a_frozen_case_holds_its_letters_until_it_is_released(scene: Scene) -> None:
    with mail_server() as postbox:
        delivery = confirmed(scene)
        Case.objects.update(frozen_at=timezone.now())
        attempt(delivery)
        assert (delivery.state, delivery.attempts, postbox.letters) == (DeliveryState.FROZEN, 0, [])
        Case.objects.update(frozen_at=None)
        attempt(delivery)
    assert len(postbox.letters) == 1
