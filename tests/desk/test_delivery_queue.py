"""A look into the queue: what waits, what is stopped, how fast it leaves; each role sees and does what it may."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.delivery.leaving import pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, open_action, sam
from tests.desk.test_action_edit import words
from tocsin.actions.models import Action
from tocsin.cases.models import CaseMember
from tocsin.delivery.confirm import confirm
from tocsin.delivery.dispatch.models import Hold, Lane
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.members.models import AuditEntry

LONDON = "london@embassy.example"


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


def waiting(scene: Scene, count: int) -> list[Delivery]:
    for number in range(count):
        take_letter(scene.action.pk, sam(f"sam{number}@supporters.example"), scene.written())
    for delivery in Delivery.objects.filter(state=DeliveryState.UNCONFIRMED):
        confirm(confirmation_token(delivery.public_id))
    return list(Delivery.objects.order_by("pk"))


def shown(client: Client) -> str:
    answer = client.get(reverse("delivery_queue"))
    assert answer.status_code == 200
    return words(answer.content.decode())


def press(client: Client, name: str, **form: object) -> str:
    return words(client.post(reverse(name), form, follow=True).content.decode())


def states() -> set[str]:
    return set(Delivery.objects.values_list("state", flat=True))


def test_an_empty_queue_says_so(scene: Scene, petra_at_desk: Client) -> None:
    assert "No letter waits." in shown(petra_at_desk)


def test_it_says_what_waits_for_whom_how_fast_and_until_when(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 40)
    page = shown(petra_at_desk)
    assert "40 letters wait. No more than 1000 an hour leave in all." in page
    assert f"Embassy of Kazakhstan in London {LONDON} 40 wait" in page
    assert "30 at most; the clock of Europe/London. The last leaves about" in page


def test_letters_that_would_come_too_late_are_told(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 40)
    Action.objects.update(deadline=timezone.now().date() - timedelta(days=1))
    assert "would come after its deadline. From" in shown(petra_at_desk)
    assert "the rest goes as a signed bundle" in shown(petra_at_desk)


def test_everything_is_stopped_and_goes_on(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 1)
    assert "Nothing leaves stopped by a member (Petra)" in press(
        petra_at_desk, "sending_stop", reason="Wait."
    )
    assert "No letter leaves: stopped by a member." in words(
        petra_at_desk.get(reverse("deliveries")).content.decode()
    )
    with mail_server() as postbox:
        pump_until_idle()
        assert (postbox.letters, states()) == ([], {"queued"})
        press(petra_at_desk, "sending_go_on", hold=Hold.objects.get().pk)
        pump_until_idle()
    assert (len(postbox.letters), states()) == (1, {"accepted"})
    acts = AuditEntry.objects.filter(act__startswith="sending.").order_by("pk")
    assert list(acts.values_list("act", flat=True)) == ["sending.stopped", "sending.goes_on"]


@pytest.mark.parametrize("form", [{"action": "strike-in-aktau"}, {"address": LONDON}])
def test_an_action_or_an_address_is_frozen_and_thawed(
    scene: Scene, petra_at_desk: Client, form: dict[str, str]
) -> None:
    waiting(scene, 2)
    press(petra_at_desk, "sending_stop", reason="The address may be watched.", **form)
    with mail_server() as postbox:
        pump_until_idle()
        assert (postbox.letters, states()) == ([], {"frozen"})
        assert "2 frozen." in shown(petra_at_desk)
        press(petra_at_desk, "sending_go_on", hold=Hold.objects.get().pk)
        pump_until_idle()
    assert len(postbox.letters) == 1, "the first leaves at once, the second at its pace"
    assert states() == {"accepted", "queued"}


def test_a_pace_is_set_and_unset(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 3)
    press(petra_at_desk, "sending_pace", address=LONDON, per_hour="12")
    assert "12 at most" in shown(petra_at_desk)
    press(petra_at_desk, "sending_pace", address=LONDON, per_hour="")
    assert "30 at most" in shown(petra_at_desk)
    press(petra_at_desk, "sending_pace", per_hour="200")
    assert "No more than 200 an hour leave in all." in shown(petra_at_desk)


@pytest.mark.parametrize("given", ["0", "-3", "many", "99999999999"])
def test_what_is_no_pace_is_said_and_nothing_changes(scene: Scene, petra_at_desk: Client, given: str) -> None:
    waiting(scene, 1)
    answer = petra_at_desk.post(reverse("sending_pace"), {"address": LONDON, "per_hour": given})
    assert answer.status_code == 422
    page = words(answer.content.decode())
    assert (
        f"Give a number of letters an hour, at least one; or nothing for what is usual. You wrote: {given}"
        in page
    )
    assert not Lane.objects.filter(per_hour__isnull=False).exists()


def test_a_reviewer_looks_and_stops_nothing(scene: Scene, rustam_at_desk: Client) -> None:
    waiting(scene, 1)
    page = shown(rustam_at_desk)
    assert "1 letter waits." in page
    assert "Stop" not in page
    assert rustam_at_desk.post(reverse("sending_stop")).status_code == 403


def test_a_member_sees_no_letters_of_other_cases_and_stops_none(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 1)
    CaseMember.objects.all().delete()
    assert "No letter waits." in shown(petra_at_desk)
    assert petra_at_desk.post(reverse("sending_stop"), {"action": "strike-in-aktau"}).status_code == 404


def test_no_supporter_stands_on_the_page(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 2)
    with mail_server("451 later"):
        pump_until_idle()
    page = shown(petra_at_desk)
    assert ("Sam" in page, "supporters.example" in page) == (False, False)
    assert "Put off, and why 451 later 1" in page


def test_each_delivery_tells_how_it_went(scene: Scene, petra_at_desk: Client) -> None:
    waiting(scene, 1)
    with mail_server("451 later"):
        pump_until_idle()
        Delivery.objects.update(not_before=timezone.now() - timedelta(seconds=1))
        Lane.objects.update(next_at=None)
        pump_until_idle()
    page = words(petra_at_desk.get(reverse("deliveries")).content.decode())
    for step in (
        "confirmed by the supporter",
        "put off after a temporary error The server said: later (451).",
    ):
        assert step in page
    changes = list(Delivery.objects.get().changes.values_list("became", flat=True))
    assert changes == ["confirmed", "queued", "sending", "deferred", "sending", "accepted"]


def test_letters_that_wait_for_their_writers_are_told(scene: Scene, petra_at_desk: Client) -> None:
    (one, *_others) = waiting(scene, 3)
    Delivery.objects.filter(pk=one.pk).update(state=DeliveryState.NAMES)
    page = shown(petra_at_desk)
    assert "2 letters wait. No more than 1000 an hour leave in all." in page
    assert "1 letter waits for its writer: in her own words it names somebody" in page
