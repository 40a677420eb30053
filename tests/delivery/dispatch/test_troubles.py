"""Whatever the mail server, the database or the clock does: no letter is lost, and the desk shows what happened."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone
from pytest_django import Settings
from tests.delivery.leaving import at_full_speed, pump_until_idle
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene, sam
from tests.post.mail_server import Behaviour, running, silent

from tocsin.delivery.confirm import confirm
from tocsin.delivery.dispatch import lanes, line, pump
from tocsin.delivery.dispatch.claim import LEASE, claim, give_back, mine, renew
from tocsin.delivery.dispatch.hold import stop_ourselves
from tocsin.delivery.dispatch.models import Cause, Hold
from tocsin.delivery.dispatch.settle import Verdict, settle
from tocsin.delivery.dispatch.troubles import SERVER_PAUSES
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState, Lane
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.post.smtp import SmtpPostOffice

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick(scene: Scene, settings: Settings) -> None:
    settings.MAIL_CONNECTIONS = 2
    at_full_speed(scene.london)


def letters(scene: Scene, count: int) -> None:
    """Confirmed, and waiting for their places; they leave at any hour of the office's day."""
    at_full_speed(scene.london)
    for number in range(count):
        take_letter(scene.action.pk, sam(f"sam{number}@supporters.example"), scene.written())
    for delivery in Delivery.objects.filter(state=DeliveryState.UNCONFIRMED):
        confirm(confirmation_token(delivery.public_id))


def states() -> list[str]:
    return sorted(Delivery.objects.values_list("state", flat=True))


def due() -> None:
    """The pause of a letter that was put off, and of whatever we stopped, is over: moved instead of waited for."""
    now = timezone.now()
    Delivery.objects.filter(not_before__isnull=False).update(not_before=now)
    Hold.objects.filter(until__isnull=False, lifted_at=None).update(until=now)


def hold() -> Hold:
    return Hold.objects.get(lifted_at=None)


@contextmanager
def rubbish(answer: bytes) -> Iterator[str]:
    """The URL of a server that says the same to everything."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def talk() -> None:
            while True:
                try:
                    caller, _ = listener.accept()
                except OSError:
                    return
                with caller:
                    caller.sendall(answer)

        threading.Thread(target=talk, daemon=True).start()
        yield f"smtp://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize(
    "answer",
    [
        b"\x00\xff\xfe\r\n",
        b"HTTP/1.1 400 Bad Request\r\n\r\n",
        b"x" * 9_000,
        b"220 ok\r\n250 ok\r\n999 ?\r\n",
        b"",
    ],
)
def test_a_server_that_makes_no_sense_costs_no_letter(
    scene: Scene, settings: Settings, answer: bytes
) -> None:
    letters(scene, 6)
    with rubbish(answer) as url:
        settings.SMTP_URL, settings.MAIL_FROM = url, "letters@appeals.example"
        pump_until_idle()
    assert set(states()) <= {"deferred", "queued"}
    assert hold().cause == Cause.SERVER
    with mail_server() as postbox:
        due()
        pump_until_idle()
        due()
        pump_until_idle()
    assert (states(), len(postbox.letters)) == (["accepted"] * 6, 6)
    assert not Hold.objects.filter(lifted_at=None).exists()


def test_a_server_that_stalls_is_left_and_the_letters_wait(
    scene: Scene, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters(scene, 3)
    with silent() as port:
        office = SmtpPostOffice("127.0.0.1", port, timeout=0.1)
        monkeypatch.setattr(pump, "post_office", lambda: office)
        pump_until_idle()
    assert set(states()) <= {"deferred", "queued"}
    assert "timed out" in hold().reason


def test_hanging_up_in_the_middle_of_a_letter_repeats_it_under_the_same_message_id(
    scene: Scene, settings: Settings
) -> None:
    letters(scene, 1)
    behaviour = Behaviour(data=None)
    settings.MAIL_FROM = "letters@appeals.example"
    with running(behaviour) as port:
        settings.SMTP_URL = f"smtp://127.0.0.1:{port}"
        pump_until_idle()
        assert states() == ["deferred"]
        behaviour.data = "250 taken"
        due()
        pump_until_idle()
    message_id = Delivery.objects.get(state=DeliveryState.ACCEPTED).message_id
    assert [message_id.encode() in data for _sender, _to, data in behaviour.letters] == [True]


@pytest.mark.parametrize("answer", ["535 5.7.8 bad password", "550 5.4.5 daily sending limit exceeded"])
def test_our_own_account_at_fault_stops_everything_and_fails_no_letter(scene: Scene, answer: str) -> None:
    letters(scene, 5)
    with mail_server(*[answer] * 5) as postbox:
        pump_until_idle()
        assert (states(), postbox.letters) == (["queued"] * 5, [])
        assert (hold().cause, hold().reason) == (Cause.ACCOUNT, answer)
        postbox.answers.clear()
        due()
        pump_until_idle()
        pump_until_idle()
    assert states() == ["accepted"] * 5
    assert {d.attempts for d in Delivery.objects.all()} == {1}, "the refusal of our account is no try"


def test_a_sender_that_is_not_ours_is_our_own_fault(scene: Scene, settings: Settings) -> None:
    letters(scene, 1)
    settings.MAIL_FROM = "letters@appeals.example"
    with running(Behaviour(mail="553 5.7.60 not from you")) as port:
        settings.SMTP_URL = f"smtp://127.0.0.1:{port}"
        pump_until_idle()
    assert (states(), hold().cause) == (["queued"], Cause.ACCOUNT)


def test_a_domain_that_refuses_a_quarter_is_stopped_before_the_account_is_at_risk(scene: Scene) -> None:
    letters(scene, 40)
    with mail_server(*(["550 5.7.1 refused by policy", "250 taken"] * 20)) as postbox:
        Lane.objects.update(per_hour=1_800)  # one in two seconds: few are under way when it shows
        for _ in range(40):
            Lane.objects.update(next_at=None)
            pump_until_idle()
    failed = Delivery.objects.filter(state=DeliveryState.FAILED).count()
    assert (hold().key, hold().cause) == ("to @embassy.example", Cause.REFUSALS)
    assert failed + len(postbox.letters) < 15
    assert Delivery.objects.filter(state=DeliveryState.QUEUED).count() >= 25


def test_a_full_disk_loses_nothing_and_sends_nothing_twice(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was accepted while nothing could be written is written when it can be."""
    letters(scene, 4)
    full = iter([True, True])

    def write(verdicts: list[Verdict]) -> set[int]:
        if next(full, False):
            raise DatabaseError("database or disk is full")
        return settle(verdicts)

    monkeypatch.setattr(pump, "settle", write)
    with mail_server() as postbox:
        turning = pump.Pump()
        faults = 0
        while True:
            try:
                if not turning.turn():
                    break
            except DatabaseError:
                faults += 1
        turning.close()
    assert (faults, states(), len(postbox.letters)) == (2, ["accepted"] * 4, 4)


def test_two_workers_and_one_lease(scene: Scene) -> None:
    letters(scene, 1)
    Delivery.objects.update(due_at=timezone.now(), not_before=None)
    now = timezone.now()
    (slow,) = claim(10, now)
    assert claim(10, now + LEASE - timedelta(seconds=1)) == []
    (quick,) = claim(10, now + LEASE)
    assert (mine([slow]), mine([quick])) == (set(), {quick.pk})
    renew([slow])
    give_back([slow], "late")
    assert settle([Verdict(slow, DeliveryState.FAILED)]) == set()
    assert states() == ["sending"]
    settle([Verdict(quick, DeliveryState.ACCEPTED)])
    assert states() == ["accepted"]
    taken_again = DeliveryChange.objects.filter(was="sending", became="sending")
    assert [change.why for change in taken_again] == ["Taken again: the worker that had it ended."]


def test_a_clock_that_was_set_back_keeps_no_letter(scene: Scene) -> None:
    """Leases, pauses and places that a wrong clock put a year ahead hold nothing up."""
    letters(scene, 2)
    ahead = timezone.now() + timedelta(days=365)
    leased, paused = Delivery.objects.order_by("pk")
    Delivery.objects.filter(pk=leased.pk).update(state="sending", due_at=ahead, not_before=None)
    Delivery.objects.filter(pk=paused.pk).update(state="deferred", not_before=ahead)
    Lane.objects.update(next_at=ahead)
    with mail_server() as postbox:
        pump_until_idle()
    assert (states(), len(postbox.letters)) == (["accepted"] * 2, 2)


def test_a_stop_of_our_own_that_a_wrong_clock_put_a_year_ahead_is_tried_now(scene: Scene) -> None:
    letters(scene, 2)
    stop_ourselves(lanes.INSTALLATION, Cause.SERVER, "gone", *SERVER_PAUSES)
    Hold.objects.update(until=timezone.now() + timedelta(days=365))
    with mail_server() as postbox:
        pump_until_idle()
    assert (states(), len(postbox.letters)) == (["accepted"] * 2, 2)
    assert not Hold.objects.filter(lifted_at=None).exists()


def test_a_kept_connection_that_was_dropped_is_opened_again(settings: Settings) -> None:
    behaviour = Behaviour()
    with running(behaviour) as port:
        kept = line.Line(SmtpPostOffice("127.0.0.1", port, timeout=5))
        first = kept.send("a@appeals.example", "b@office.example", b"Subject: 1\r\n\r\n.\r\n..x")
        assert kept.connection is not None
        assert kept.connection.sock is not None
        kept.connection.sock.shutdown(socket.SHUT_RDWR)
        second = kept.send("a@appeals.example", "b@office.example", b"Subject: 2\r\n\r\n")
        kept.close()
    assert [first.code, second.code] == [250, 250]
    assert [data for _sender, _to, data in behaviour.letters] == [
        b"Subject: 1\r\n\r\n.\r\n..x\r\n",
        b"Subject: 2\r\n\r\n",
    ]


def test_what_became_of_a_letter_cannot_be_rewritten(scene: Scene) -> None:
    letters(scene, 1)
    with pytest.raises(DatabaseError, match="only added to"), connection.cursor() as cursor:
        cursor.execute("UPDATE delivery_deliverychange SET became = 'accepted'")
