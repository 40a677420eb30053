"""The worker: takes jobs, does them in threads, keeps its leases, and stops when it is told to."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from functools import partial

from django.db import DatabaseError, close_old_connections

from . import lease, pumps, timetable
from .errors import in_words
from .models import Job
from .perform import perform

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.5
RENEW_SECONDS = lease.LEASE.total_seconds() / 3
PAUSE_WITHOUT_DATABASE = 5.0


class Worker:
    """Any number of these may share one database, in any number of processes."""

    def __init__(self, threads: int = 4) -> None:
        self.threads = threads
        self.stopping = threading.Event()
        self.held: dict[Future[None], Job] = {}
        self.renewed_at = 0.0

    def stop(self) -> None:
        """Finish what has begun, give back the rest, return from `run`. Safe to call from a signal handler."""
        self.stopping.set()

    def run(self) -> None:
        with (
            pumps.turning(self.stopping),
            ThreadPoolExecutor(self.threads, thread_name_prefix="job") as pool,
        ):
            while not self.stopping.is_set():
                if not _did(partial(self._turn, pool)):
                    self.stopping.wait(PAUSE_WITHOUT_DATABASE)
            # What cannot be given back, since the database is away, comes back when its lease ends.
            _did(self._give_back_what_waits)
            while self.held:
                self._wait_for_one()
                _did(self._renew)

    def run_until_idle(self) -> None:
        """Does what is due now and returns; for commands and tests."""
        with pumps.opened_here() as opened:
            while any([self._did_jobs(), *[pump.turn() for pump in opened]]):
                pass

    def _did_jobs(self) -> bool:
        jobs = lease.take(self.threads)
        for job in jobs:
            perform(job)
        return bool(jobs)

    def _turn(self, pool: ThreadPoolExecutor) -> None:
        close_old_connections()
        self._renew()
        room = self.threads * 2 - len(self.held)
        jobs = lease.take(room) if room > self.threads else []
        for job in jobs:
            self.held[pool.submit(_do, job)] = job
        if self.held:
            self._wait_for_one()
        else:
            self.stopping.wait(POLL_SECONDS)

    def _wait_for_one(self) -> None:
        ended, _ = wait(self.held, timeout=POLL_SECONDS, return_when=FIRST_COMPLETED)
        for future in ended:
            del self.held[future]

    def _renew(self) -> None:
        if time.monotonic() - self.renewed_at > RENEW_SECONDS:
            timetable.lay_out()
            lease.renew(self.held.values())
            self.renewed_at = time.monotonic()

    def _give_back_what_waits(self) -> None:
        waiting = [future for future in self.held if future.cancel()]
        lease.give_back([self.held.pop(future) for future in waiting])


def _did(act: Callable[[], None]) -> bool:
    """Whether the database let us."""
    try:
        act()
    except DatabaseError as fault:
        logger.warning("the database takes nothing (%s); trying again", in_words(fault))
        return False
    return True


def _do(job: Job) -> None:
    close_old_connections()
    try:
        perform(job)
    except DatabaseError as fault:
        # The lease runs out and the job comes back.
        logger.warning("job %s could not be recorded (%s)", job.pk, in_words(fault))
    finally:
        close_old_connections()
