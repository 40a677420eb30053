"""`kill -9` of workers and servers, over and over, while people confirm and letters leave: none lost, none sent under two names."""

import os
import random
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.utils import timezone
from tests.delivery.counted import counts
from tests.delivery.leaving import letters_taken
from tests.delivery.mail_server import Noted, mail_server
from tests.delivery.running import Crowd, Site, kill, site, start_worker
from tests.delivery.scene import Scene
from tests.patience import wait_until

from tocsin.delivery.counts import Counts
from tocsin.delivery.models import Delivery, DeliveryChange, DeliveryState, Hold
from tocsin.delivery.tokens import confirmation_token

# `TOCSIN_SOAK=400,4 pytest ...` tries it with fewer.
LETTERS, KILLS = map(int, os.environ.get("TOCSIN_SOAK", "20000,200").split(","))

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


@dataclass
class Killing:
    """Site, worker and mail server at work. Who is killed, and when, is a matter of chance, counted in what they have done."""

    site: Site
    crowd: Crowd
    postbox: Noted
    chance: random.Random
    in_flight: int = 0
    kills: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def __post_init__(self) -> None:
        self.worker = start_worker(self.postbox.url)

    def round(self, tokens: list[str]) -> None:
        """So many more people press; before the last of them was served, something is killed."""
        victim: Callable[[int], None] = self.chance.choice(
            [self.a_worker, self.a_worker, self.a_server, self.a_serving_process]
        )
        self.kills[victim.__name__] += 1
        done = len(self.postbox.came if victim == self.a_worker else self.crowd.heard)
        self.crowd.join(tokens)
        victim(done + self.chance.randrange(1, len(tokens)))

    def a_worker(self, after: int) -> None:
        self.wait_until(lambda: len(self.postbox.came) >= after)
        kill(self.worker)
        left = Delivery.objects.filter(state=DeliveryState.SENDING)
        self.in_flight += left.count()
        # The leases of the dead run out, and so do our own stops: moved instead of waited for.
        left.update(due_at=timezone.now())
        Hold.objects.filter(lifted_at=None).update(until=timezone.now())
        self.worker = start_worker(self.postbox.url)

    def a_server(self, after: int) -> None:
        self.wait_until(lambda: len(self.crowd.heard) >= after)
        self.site.kill()
        self.nobody_was_told_what_is_not_so()
        self.site.start()

    def a_serving_process(self, after: int) -> None:
        self.wait_until(lambda: len(self.crowd.heard) >= after)
        self.site.kill_the_serving_process()
        self.nobody_was_told_what_is_not_so()

    def wait_until(self, is_so: Callable[[], object]) -> None:
        wait_until(lambda: self.site.look_after() or is_so(), seconds=900)

    def nobody_was_told_what_is_not_so(self) -> None:
        """Whoever heard that her letter is on its way has it there, for good."""
        heard = set(self.crowd.heard)
        unconfirmed = Delivery.objects.filter(state=DeliveryState.UNCONFIRMED)
        assert heard.isdisjoint(
            confirmation_token(pk) for pk in unconfirmed.values_list("public_id", flat=True)
        )


@pytest.mark.parametrize(
    ("letters", "kills", "seed"),
    [(40, 2, 5), pytest.param(LETTERS, KILLS, random.randrange(10**6), marks=pytest.mark.soak)],
)
def test_killed_over_and_over_no_letter_is_lost(scene: Scene, letters: int, kills: int, seed: int) -> None:
    tokens, a_round = letters_taken(scene, letters), letters // kills
    with mail_server(into=Noted()) as postbox, site() as running, Crowd(running) as crowd:
        assert isinstance(postbox, Noted)
        killing = Killing(running, crowd, postbox, random.Random(seed))
        try:
            for start in range(0, letters, a_round):
                killing.round(tokens[start : start + a_round])
            waiting = Delivery.objects.exclude(state=DeliveryState.ACCEPTED)
            killing.wait_until(lambda: len(crowd.heard) == letters and not waiting.exists())
        finally:
            kill(killing.worker)
    repeats = len(postbox.came) - letters
    print(f"{letters} letters, seed {seed}, killed {dict(killing.kills)}")
    print(f"{repeats} repeated of {killing.in_flight} that were in flight")
    names = postbox.names().values()
    assert {len(ids) for ids in names} == {1}, "one letter, one Message-ID"
    assert set.union(*names) == set(Delivery.objects.values_list("message_id", flat=True))
    assert repeats <= killing.in_flight
    accepted = DeliveryChange.objects.filter(became=DeliveryState.ACCEPTED)
    assert accepted.count() == accepted.values("delivery").distinct().count() == letters
    assert counts(scene.action) == Counts(0, letters, letters)
