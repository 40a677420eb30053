"""What stands around the people of the journey: the site, its worker, the mail, and the days that pass."""

import os
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from importlib import import_module
from pathlib import Path

from click.testing import CliRunner
from django.db import close_old_connections

from tests import cast
from tests.delivery.mail_server import Postbox
from tests.patience import wait_until
from tests.post.text_of import text_of
from tocsin.cli.main import module_of
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.release import AHEAD, waiting
from tocsin.delivery.models import Delivery, Lane
from tocsin.jobs.lease import free
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker

from .clock import Clock
from .visitor import Visitor

HALF_A_DAY = timedelta(hours=12)


@contextmanager
def at_work() -> Iterator[Worker]:
    """The worker as `tocsin work` runs it, in a thread of this process so that it asks the same clock."""
    worker = Worker(threads=2)

    def run() -> None:
        worker.run()
        close_old_connections()

    thread = threading.Thread(target=run, name="worker")
    thread.start()
    try:
        yield worker
    finally:
        worker.stop()
        thread.join()


@dataclass
class World:
    clock: Clock
    postbox: Postbox
    worker: Worker
    data: Path
    case: str = ""
    action: str = ""
    desk: str = ""

    def visitor(self, language: str = "en") -> Visitor:
        return Visitor(self.clock, language=language)

    def at_the_desk(self, name: str) -> Visitor:
        """Signed in anew: a session ends before the day does."""
        return Visitor(self.clock, cast.desk_client(name))

    def settles(self) -> None:
        """Until the worker has done whatever is due by the clock, and no letter may leave at this moment."""
        wait_until(lambda: not _is_busy(self.clock.now))

    def comes_to(self, day: int, hour: int, minute: int = 0, zone: str = "UTC") -> None:
        """The days go by with the worker awake: it is never left alone for more than half of one."""
        aim = Clock(self.clock.now)
        aim.is_set_to(day, hour, minute, zone)
        while aim.now - self.clock.now > HALF_A_DAY:
            self.passes(hours=12)
        self.passes(seconds=(aim.now - self.clock.now).total_seconds())

    def passes(self, times: int = 1, **by: float) -> None:
        """So many times so long, as timedelta takes it."""
        for _ in range(times):
            self.clock.goes_on(**by)
            self.settles()

    def a_mail_to(self, address: str, about: str = "") -> EmailMessage:
        """The last one that came there by SMTP, with these words in it."""
        found: list[EmailMessage] = []

        def came() -> bool:
            found[:] = [mail for mail in self.mails_to(address) if about in mail.as_string() + text_of(mail)]
            return bool(found)

        wait_until(came)
        return found[-1]

    def mails_to(self, address: str) -> list[EmailMessage]:
        return [mail for mail in self.postbox.letters if address in str(mail["To"])]

    def command(self, name: str, *arguments: str, given: bytes = b"") -> str:
        """One of our commands, `given` what a pipe brings it."""
        before = os.umask(0o077)
        try:
            done = CliRunner().invoke(import_module(module_of(name)).command, arguments, input=given)
        finally:
            os.umask(before)
        assert done.exit_code == 0, done.output
        return done.output


def _is_busy(now: datetime) -> bool:
    jobs = Job.objects.filter(done_at=None, failed_at=None, lease_until__gt=now)
    letters = Delivery.objects.filter(due_at__lte=now)
    return free(now).exists() or jobs.exists() or letters.exists() or _may_leave(now)


def _may_leave(now: datetime) -> bool:
    """Whether a letter waits whose lane is free."""
    busy = set(Lane.objects.filter(next_at__gt=now + AHEAD).values_list("key", flat=True))
    if lanes.INSTALLATION in busy:
        return False
    waits = waiting(now).values_list("contact_point__value", flat=True).distinct()
    return any(lanes.to_address(value) not in busy for value in waits)


def link_in(mail: EmailMessage, beginning: str) -> str:
    """The address of ours in a mail that begins so."""
    found = re.search(rf"https?://\S+?({re.escape(beginning)}\S+)", text_of(mail))
    assert found, text_of(mail)
    return found[1]
