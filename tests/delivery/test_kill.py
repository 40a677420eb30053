"""`kill -9` in the middle of it: nothing is lost, and a repeat bears the same Message-ID."""

import asyncio
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from django.conf import settings
from django.utils import timezone
from tests import processes
from tests.delivery.counted import counts
from tests.patience import PATIENCE, wait_until

from tocsin.delivery.confirm import confirm
from tocsin.delivery.counts import Counts
from tocsin.delivery.models import WAITING, Delivery, DeliveryState
from tocsin.delivery.take_letter import take_letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker

from .leaving import at_full_speed
from .mail_server import Postbox, free_port, mail_server
from .scene import Scene, sam

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
LETTERS = 24
MAIL_FROM = "letters@appeals.example"
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


def letters_taken(scene: Scene) -> list[str]:
    """The confirmation tokens of many supporters."""
    for number in range(LETTERS):
        take_letter(scene.action.pk, sam(f"sam{number}@supporters.example"), scene.written())
    Job.objects.all().delete()
    at_full_speed(scene.london)
    return [confirmation_token(pk) for pk in Delivery.objects.values_list("public_id", flat=True)]


@contextmanager
def worker(postbox: Postbox) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tocsin.cli.main", "work", "--data", str(settings.DATA)],
        env=processes.environment(TOCSIN_SMTP_URL=postbox.url, TOCSIN_MAIL_FROM=MAIL_FROM),
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_a_worker_killed_between_the_servers_yes_and_its_own_note(scene: Scene) -> None:
    for token in letters_taken(scene):
        confirm(token)
    with mail_server(into=Interruptible(stop_at=LETTERS // 2)) as postbox:
        assert isinstance(postbox, Interruptible)
        with worker(postbox):
            assert postbox.reached.wait(PATIENCE)
        postbox.may_go_on.set()
        in_flight = Delivery.objects.filter(state=DeliveryState.SENDING)
        most = in_flight.count()
        # The leases of the dead run out: moved instead of waited for.
        in_flight.update(due_at=timezone.now())
        with worker(postbox) as heir:
            wait_until(lambda: not Delivery.objects.filter(state__in=WAITING).exists())
            heir.terminate()
            assert heir.wait(PATIENCE) == 0
    # So many letters at once raise an alarm: what tells the desk of it is no letter.
    received = Counter(str(m["Message-ID"]) for m in postbox.letters if m["To"] == LONDON)
    assert set(received) == set(Delivery.objects.values_list("message_id", flat=True))
    assert 1 <= sum(received.values()) - LETTERS <= most, "at most what it had in hand"
    assert counts(scene.action) == Counts(0, LETTERS, LETTERS)


@contextmanager
def site() -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The real server, answering."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "tocsin.cli.main", "serve", "--port", str(port), "--data", str(settings.DATA)],
        env=processes.environment(),
        start_new_session=True,
    )
    try:
        wait_until(lambda: answers(f"http://127.0.0.1:{port}/safety"))
        yield f"http://127.0.0.1:{port}", server
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=PATIENCE) as response:
            return bool(response.status == 200)
    except OSError:
        return False


def press(origin: str, token: str) -> bool:
    """The button of a confirmation page; whether the server said that it was heard."""
    secret = "c" * 32
    form = urllib.parse.urlencode({"csrfmiddlewaretoken": secret}).encode()
    request = urllib.request.Request(
        f"{origin}/confirm/{token}", data=form, headers={"Cookie": f"csrftoken={secret}"}
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return b"on its way" in response.read()
    except OSError:
        return False


def test_a_server_killed_while_supporters_confirm(scene: Scene) -> None:
    tokens = letters_taken(scene)
    heard: list[str] = []
    with site() as (origin, server), ThreadPoolExecutor(4) as crowd:

        def press_and_note(token: str) -> None:
            if press(origin, token):
                heard.append(token)
            if len(heard) == LETTERS // 2:
                os.killpg(server.pid, signal.SIGKILL)

        list(crowd.map(press_and_note, tokens))
        server.wait()
    states = {
        confirmation_token(d.public_id): d for d in Delivery.objects.select_related("letter__supporter")
    }
    assert {states[token].state for token in heard} == {DeliveryState.QUEUED}
    queued = {token for token, d in states.items() if d.state == DeliveryState.QUEUED}
    assert {token for token, d in states.items() if d.letter.supporter.confirmed_at} == queued
    assert Delivery.objects.filter(not_before__isnull=False).count() == len(queued) < LETTERS

    with site() as (origin, _server):
        assert all(press(origin, token) for token in set(tokens) - queued)
    with mail_server() as postbox:
        Worker().run_until_idle()
    received = Counter(str(letter["Message-ID"]) for letter in postbox.letters)
    assert received == Counter(Delivery.objects.values_list("message_id", flat=True))
    assert counts(scene.action) == Counts(0, LETTERS, LETTERS)
