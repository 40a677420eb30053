"""What comes back changes what it names: the letter, its address, what waits for it, and whom we write to."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import Settings
from tests import cast
from tests.delivery.leaving import attempt, pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, mails
from tests.delivery.test_send import confirmed, confirmed_by
from tests.post.returned.reports import bounce, complaint

from tocsin.delivery.ask_again import remind
from tocsin.delivery.dispatch.models import Cause, Hold
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.returned.address_gone import gone, look_again
from tocsin.delivery.returned.take import take_mail
from tocsin.delivery.returned.tell_writer import AFTER, tell_writers
from tocsin.delivery.take_letter import take_letter
from tocsin.directory.models import Channel, ContactPoint
from tocsin.jobs.models import Job
from tocsin.post.return_path import Kind, return_path, token
from tocsin.supporters.models import Silence, Supporter

from ..scene import sam

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _bounces(settings: Settings) -> None:
    settings.BOUNCES = "bounces@tocsin.example"


def accepted(scene: Scene) -> Delivery:
    with mail_server():
        return attempt(confirmed(scene))


def back(delivery: Delivery, status: str = "5.1.1") -> bytes:
    return bounce(status, f"smtp; 550 {status} no", to=return_path(token(Kind.DELIVERY, delivery.pk)))


def mails_to(address: str) -> list[str]:
    jobs = Job.objects.filter(kind="post.mail", payload__to=address).order_by("pk")
    return [job.payload["subject"] for job in jobs]


def another(point: ContactPoint, value: str = "new@embassy.example") -> ContactPoint:
    return ContactPoint.objects.create(
        office=point.office,
        channel=Channel.EMAIL,
        value=value,
        source="its website",
        source_date="2026-11",
        confirmed_at=timezone.now(),
        confirmed_by=cast.member("Petra"),
    )


def test_the_envelope_names_the_letter(scene: Scene) -> None:
    with mail_server() as postbox:
        delivery = attempt(confirmed(scene))
    assert postbox.senders == [return_path(token(Kind.DELIVERY, delivery.pk))]


def test_a_dead_address_lowers_the_contact_and_says_so_once(scene: Scene) -> None:
    delivery = accepted(scene)
    assert take_mail(back(delivery))
    assert not take_mail(back(delivery))
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == (DeliveryState.BOUNCED, "550 5.1.1 no")
    assert not scene.email_of(scene.london).is_usable
    assert list(delivery.changes.values_list("became", flat=True))[-1] == "bounced"


@pytest.mark.parametrize("status", ["5.7.1", "4.4.7", "5.2.2"])
def test_a_letter_that_was_refused_leaves_its_address_in_use(scene: Scene, status: str) -> None:
    delivery = accepted(scene)
    assert take_mail(back(delivery, status))
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.FAILED
    assert scene.email_of(scene.london).is_usable


def test_a_forged_token_and_a_delay_change_nothing(scene: Scene) -> None:
    delivery = accepted(scene)
    forged = return_path(token(Kind.DELIVERY, delivery.pk)[:-3] + "aaa")
    assert not take_mail(bounce(to=forged))
    assert not take_mail(bounce("4.4.1", action="delayed", to=return_path(token(Kind.DELIVERY, delivery.pk))))
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.ACCEPTED
    assert scene.email_of(scene.london).is_usable


def test_what_waits_goes_to_the_office_s_other_address(scene: Scene) -> None:
    sent, waiting = accepted(scene), confirmed_by(scene, "ola@example.no")
    other = another(sent.contact_point)
    take_mail(back(sent))
    gone({"point": sent.contact_point_id})
    for letter in (sent, waiting):
        letter.refresh_from_db()
        assert (letter.contact_point, letter.state) == (other, DeliveryState.QUEUED)
    assert not Hold.objects.exists()


def test_without_another_address_letters_wait_and_the_desk_is_told(scene: Scene) -> None:
    sent, waiting = accepted(scene), confirmed_by(scene, "ola@example.no")
    take_mail(back(sent))
    gone({"point": sent.contact_point_id})
    with mail_server() as postbox:
        pump_until_idle()
        assert postbox.letters == []
        look_again()
        waiting.refresh_from_db()
        assert (waiting.state, Hold.objects.get().cause) == (DeliveryState.QUEUED, Cause.NO_ADDRESS)
        another(sent.contact_point)
        look_again()
        pump_until_idle()
    assert "new@embassy.example" in [letter["To"] for letter in postbox.letters]
    assert mails_to("petra@desk.example") == [
        "An address does not exist any more: Embassy of Kazakhstan in London"
    ]
    assert mails_to("rustam@desk.example") == []


def test_an_address_that_is_confirmed_anew_is_written_to_again(scene: Scene) -> None:
    sent = accepted(scene)
    take_mail(back(sent))
    gone({"point": sent.contact_point_id})
    ContactPoint.objects.filter(pk=sent.contact_point_id).update(bounced_at=None)
    look_again()
    assert Hold.objects.get().lifted_at is not None


def test_her_writer_is_told_once_why_and_what_else_she_can_do(scene: Scene) -> None:
    delivery = accepted(scene)
    take_mail(back(delivery))
    assert tell_writers(lambda action: f"/a/{action.slug}/write") == 0, "the desk has an hour to mend it"
    later = timezone.now() + AFTER + timedelta(minutes=1)
    assert tell_writers(lambda action: f"/a/{action.slug}/write", later) == 1
    assert tell_writers(lambda action: f"/a/{action.slug}/write", later) == 0
    (job,) = Job.objects.filter(kind="post.mail", payload__subject__startswith="Your letter did not")
    assert job.payload["to"] == cast.SAM
    assert "the address does not exist any more" in job.payload["text"]
    assert "/a/strike-in-aktau/write" in job.payload["text"]
    assert job.payload["about"].startswith("s")


def test_a_supporter_whose_mailbox_does_not_exist_is_reminded_of_nothing(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    (mail,) = mails()
    assert not take_mail(bounce("4.2.2", to=return_path(mail["about"]))), "she may empty it"
    assert take_mail(bounce(to=return_path(mail["about"])))
    assert Supporter.objects.get().unreachable_at is not None
    assert remind(str, timezone.now() + timedelta(hours=25)) == 0


def test_whoever_complains_is_written_to_no_more(scene: Scene) -> None:
    take_letter(scene.action.pk, sam(), scene.written())
    (mail,) = mails()
    assert take_mail(complaint(mail_from=return_path(mail["about"])))
    take_letter(scene.action.pk, sam(), scene.written())
    assert len(mails()) == 1
    assert cast.SAM not in Silence.objects.get().fingerprint


def test_an_office_that_complains_is_checked_by_a_person(scene: Scene) -> None:
    delivery = accepted(scene)
    assert take_mail(complaint(mail_from=return_path(token(Kind.DELIVERY, delivery.pk))))
    point = scene.email_of(scene.london)
    assert point.dead_note == "Its reader called a letter of ours spam."
    assert point.is_usable
