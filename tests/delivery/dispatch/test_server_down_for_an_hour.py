"""The mail server is down for an hour: no letter is lost, it is knocked at a few times only, and then all leaves soon."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import timedelta
from functools import partial

import pytest
from pytest_django import Settings
from tests.delivery.leaving import letters_taken, one_pump
from tests.delivery.mail_server import free_port, mail_server
from tests.delivery.scene import Scene
from tests.post.mail_server import Behaviour, running, silent

from tocsin.delivery.confirm import confirm
from tocsin.delivery.dispatch import pump
from tocsin.delivery.dispatch.line import Line
from tocsin.delivery.dispatch.outlook import put_off
from tocsin.delivery.models import WAITING, Delivery, DeliveryState, Hold
from tocsin.post.smtp import SmtpPostOffice

from .clock import Clock
from .test_troubles import rubbish

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
Port = Callable[[], AbstractContextManager[int]]


@contextmanager
def refusing() -> Iterator[int]:
    yield free_port()


@contextmanager
def talking_rubbish() -> Iterator[int]:
    with rubbish(b"\x00\xff\xfe\r\n") as url:
        yield int(url.rpartition(":")[2])


@contextmanager
def hanging_up() -> Iterator[int]:
    """In the middle of a letter."""
    with running(Behaviour(data=None)) as port:
        yield port


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock.instead(monkeypatch)


@pytest.fixture
def tries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The recipients of letters that were tried."""
    found: list[str] = []
    send = Line.send

    def noted(line: Line, sender: str, recipient: str, message: bytes) -> object:
        found.append(recipient)
        return send(line, sender, recipient, message)

    monkeypatch.setattr(Line, "send", noted)
    return found


@pytest.mark.parametrize("letters", [20, pytest.param(2_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize(
    ("down", "most_tries", "soonest"),
    [
        (refusing, 40, 17),
        (silent, 40, 17),
        (talking_rubbish, 40, 17),
        # Then only each letter for itself can be put off: one, five, fifteen minutes, an hour.
        (hanging_up, None, 67),
    ],
)
def test_after_it_everything_leaves(
    scene: Scene,
    settings: Settings,
    clock: Clock,
    tries: list[str],
    monkeypatch: pytest.MonkeyPatch,
    down: Port,
    most_tries: int | None,
    soonest: int,
    letters: int,
) -> None:
    """`soonest` in minutes after the server is there again."""
    settings.MAIL_CONNECTIONS, settings.MAIL_FROM = 2, "letters@appeals.example"
    for token in letters_taken(scene, letters):
        confirm(token)
    with down() as port, monkeypatch.context() as patched:
        patched.setattr(pump, "post_office", partial(SmtpPostOffice, "127.0.0.1", port, timeout=0.1))
        up_at = clock.now + HOUR
        with one_pump() as turn_until_idle:
            while clock.now < up_at:
                turn_until_idle()
                clock.go_on(up_at)
    states = set(Delivery.objects.values_list("state", flat=True))
    assert states <= {DeliveryState.QUEUED, DeliveryState.DEFERRED}, "it says nothing about the letters"
    assert put_off(Delivery.objects.all()), "the desk shows what the server said"
    assert Hold.objects.filter(lifted_at=None).exists() == (down is not hanging_up)
    assert len(tries) <= (most_tries or 5 * letters)
    with mail_server() as postbox, one_pump() as turn_until_idle:
        turn_until_idle()
        while Delivery.objects.filter(state__in=WAITING).exists():
            clock.go_on()
            turn_until_idle()
    assert clock.now - up_at <= timedelta(minutes=soonest)
    came = [str(letter["Message-ID"]) for letter in postbox.letters]
    assert sorted(came) == sorted(Delivery.objects.values_list("message_id", flat=True))
    assert not Hold.objects.filter(lifted_at=None).exists()
    print(
        f"{letters} letters, {down.__name__}: {len(tries) - letters} tries in vain, all gone after {clock.now - up_at}"
    )
