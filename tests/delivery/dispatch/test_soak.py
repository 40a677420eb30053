"""The full count: workers killed over and over while letters leave; none lost, none sent under two names."""

import os
import random
from collections import Counter, defaultdict

import pytest
from django.utils import timezone
from tests.delivery.leaving import at_full_speed
from tests.delivery.mail_server import Postbox, mail_server
from tests.delivery.scene import Scene
from tests.delivery.test_kill import wait_until, worker

from tocsin.benches.dispatch.letters import make_letters
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState, Hold

# `TOCSIN_SOAK=400,4 pytest ...` tries it with fewer.
LETTERS, KILLS = map(int, os.environ.get("TOCSIN_SOAK", "20000,200").split(","))

pytestmark = [pytest.mark.soak, pytest.mark.django_db(transaction=True)]


def kill_one(postbox: Postbox) -> int:
    """Lets a worker send some letters and kills it; how many it had in hand."""
    wanted = min(LETTERS, len(postbox.letters) + random.randrange(1, 2 * LETTERS // KILLS))
    with worker(postbox):
        wait_until(lambda: len(postbox.letters) >= wanted or not waiting(), seconds=120)
    left = Delivery.objects.filter(state=DeliveryState.SENDING)
    in_flight = left.count()
    # The leases of the dead run out, and so do our own stops: moved instead of waited for.
    left.update(due_at=timezone.now())
    Hold.objects.filter(lifted_at=None).update(until=timezone.now())
    return in_flight


def waiting() -> bool:
    return Delivery.objects.exclude(state=DeliveryState.ACCEPTED).exists()


def test_two_hundred_killed_workers_lose_no_letter(scene: Scene) -> None:
    make_letters(LETTERS)
    at_full_speed(scene.london)
    with mail_server() as postbox:
        in_flight = [kill_one(postbox) for _ in range(KILLS)]
        with worker(postbox):
            wait_until(lambda: not waiting(), seconds=600)
    received = Counter(str(letter["Message-ID"]) for letter in postbox.letters)
    names = defaultdict(set)
    for letter in postbox.letters:
        names[str(letter["Reply-To"])].add(str(letter["Message-ID"]))
    repeats = sum(received.values()) - LETTERS
    print(f"{LETTERS} letters, {KILLS} kills: {repeats} repeated of {sum(in_flight)} that were in flight")
    assert set(received) == set(Delivery.objects.values_list("message_id", flat=True))
    assert {len(ids) for ids in names.values()} == {1}
    assert repeats <= sum(in_flight)
    accepted = DeliveryChange.objects.filter(became=DeliveryState.ACCEPTED)
    assert accepted.count() == accepted.values("delivery").distinct().count() == LETTERS
