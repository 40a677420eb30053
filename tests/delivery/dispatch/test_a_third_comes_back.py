"""A target of which a third comes back: it is stopped before our mail account is at risk, while letters to others leave."""

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Any

import pytest
from pytest_django import Settings
from tests.delivery.leaving import letters_taken, one_pump
from tests.delivery.mail_server import Postbox, mail_server
from tests.delivery.scene import Scene, sam
from tests.post.returned.reports import bounce

from tocsin.delivery.confirm import confirm
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.models import Cause, Hold
from tocsin.delivery.models import Delivery, DeliveryState, Lane
from tocsin.delivery.pacing import pace
from tocsin.delivery.returned.take import take_mail
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.post.return_path import Kind, return_path, token

from .clock import Clock

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
LONDON, MINISTRY = "london@embassy.example", "ministry@justice.example"
COUNTS = [(40, 40, 2), pytest.param(600, 1_800, 72, marks=pytest.mark.soak)]
# Of hundreds that would leave in three days otherwise; what left before the first came back is out.
MOST = 40


class Picky(Postbox):
    """Refuses three of ten letters to one of its readers, by chance."""

    def __init__(self, reader: str) -> None:
        super().__init__()
        self.reader, self.chance = reader, Random(30)
        self.offered: list[bool] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        refused = envelope.rcpt_tos == [self.reader] and self.chance.random() < 0.3
        self.offered.append(refused)
        return "550 5.7.1 refused by policy" if refused else "250 taken"


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> Clock:
    settings.MAIL_CONNECTIONS, settings.BOUNCES = 2, "bounces@tocsin.example"
    # An office's evening, whatever the hour at which this is run: at night few letters leave, at ten all of them too soon.
    monkeypatch.setattr(pace, "_hour", lambda hour, zone: (19, hour + HOUR, None))
    return Clock.instead(monkeypatch, timedelta(seconds=30))


def two_queues(scene: Scene, bad: int, good: int) -> None:
    """Letters to the embassy and to the ministry, each at the pace of one a minute."""
    tokens = letters_taken(scene, bad)
    for number in range(good):
        take_letter(scene.action.pk, sam(f"kim{number}@supporters.example"), scene.written(scene.ministry))
    ministry = Delivery.objects.filter(target=scene.ministry).values_list("public_id", flat=True)
    for each in [*tokens, *map(confirmation_token, ministry)]:
        confirm(each)
    for address in (LONDON, MINISTRY):
        Lane.objects.update_or_create(key=lanes.to_address(address), defaults={"per_hour": 60})


def stops() -> dict[str, str]:
    """Where we have stopped sending since, as the desk shows it."""
    return dict(Hold.objects.values_list("key", "cause"))


def tried(scene: Scene) -> Iterator[str]:
    """What became of the letters to the embassy that left."""
    states = Delivery.objects.filter(target=scene.london, attempts__gt=0)
    yield from states.values_list("state", flat=True)


@pytest.mark.parametrize(("bad", "good", "hours"), COUNTS)
def test_refused_at_once(scene: Scene, clock: Clock, bad: int, good: int, hours: int) -> None:
    two_queues(scene, bad, good)
    end = clock.now + hours * HOUR
    with mail_server(into=Picky(LONDON)) as postbox, one_pump() as turn_until_idle:
        assert isinstance(postbox, Picky)
        while clock.now < end:
            turn_until_idle()
            clock.go_on(end)
    refused = sum(postbox.offered)
    print(f"{hours} h: {len(postbox.offered)} letters left, {refused} refused, {stops()}")
    assert 5 <= refused <= MOST
    assert stops()["to @embassy.example"] == Cause.REFUSALS
    waiting = Delivery.objects.filter(state=DeliveryState.QUEUED).count()
    assert waiting + len(postbox.offered) == bad + good, "the others wait, none is lost"


@pytest.mark.parametrize(("bad", "good", "hours"), COUNTS)
def test_taken_and_sent_back_an_hour_later(
    scene: Scene, clock: Clock, bad: int, good: int, hours: int
) -> None:
    two_queues(scene, bad, good)
    end, chance, returns = clock.now + hours * HOUR, Random(30), dict[int, Any]()
    with mail_server(), one_pump() as turn_until_idle:
        while clock.now < end:
            turn_until_idle()
            left = Delivery.objects.filter(target=scene.london, state=DeliveryState.ACCEPTED)
            for pk in left.exclude(pk__in=returns).values_list("pk", flat=True):
                returns[pk] = clock.now + HOUR if chance.random() < 0.3 else None
            for pk in [pk for pk, at in returns.items() if at and at <= clock.now]:
                returns[pk] = None
                back = bounce("5.7.1", "smtp; 550 5.7.1 no", to=return_path(token(Kind.DELIVERY, pk)))
                assert take_mail(back)
            clock.go_on(end)
    failed = list(tried(scene)).count(DeliveryState.FAILED)
    all_left = Delivery.objects.filter(attempts__gt=0).count()
    print(f"{hours} h: {all_left} letters left, {failed} came back, {stops()}")
    assert 5 <= failed <= MOST
    assert stops()["to @embassy.example"] == Cause.REFUSALS
