"""`kill -9` at the worst moment: nothing is lost, and a repeat bears the same Message-ID."""

import asyncio
import threading
from collections import Counter
from typing import Any

import pytest
from django.utils import timezone
from tests.delivery.counted import counts
from tests.patience import PATIENCE, wait_until

from tocsin.delivery.confirm import confirm
from tocsin.delivery.counts import Counts
from tocsin.delivery.models import WAITING, Delivery, DeliveryState

from .leaving import letters_taken
from .mail_server import Postbox, mail_server
from .running import worker
from .scene import Scene

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
LETTERS = 24
LONDON = "london@embassy.example"


class Interruptible(Postbox):
    """Takes letters, but at the one that makes `stop_at` says nothing until it may go on."""

    def __init__(self, stop_at: int) -> None:
        super().__init__()
        self.stop_at = stop_at
        self.reached, self.may_go_on = threading.Event(), threading.Event()

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        if len(self.letters) >= self.stop_at:
            self.reached.set()
            await asyncio.to_thread(self.may_go_on.wait, PATIENCE)
        return answer


def test_a_worker_killed_between_the_servers_yes_and_its_own_note(scene: Scene) -> None:
    for token in letters_taken(scene, LETTERS):
        confirm(token)
    with mail_server(into=Interruptible(stop_at=LETTERS // 2)) as postbox:
        assert isinstance(postbox, Interruptible)
        with worker(postbox.url):
            assert postbox.reached.wait(PATIENCE)
        postbox.may_go_on.set()
        in_flight = Delivery.objects.filter(state=DeliveryState.SENDING)
        most = in_flight.count()
        # The leases of the dead run out: moved instead of waited for.
        in_flight.update(due_at=timezone.now())
        with worker(postbox.url) as heir:
            wait_until(lambda: not Delivery.objects.filter(state__in=WAITING).exists())
            heir.terminate()
            assert heir.wait(PATIENCE) == 0
    # So many letters at once raise an alarm: what tells the desk of it is no letter.
    received = Counter(str(m["Message-ID"]) for m in postbox.letters if m["To"] == LONDON)
    assert set(received) == set(Delivery.objects.values_list("message_id", flat=True))
    assert 1 <= sum(received.values()) - LETTERS <= most, "at most what it had in hand"
    assert counts(scene.action) == Counts(0, LETTERS, LETTERS)
