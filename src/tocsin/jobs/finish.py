"""How a job ends. Each act leaves a job alone whose lease was lost: it is another's by now."""

from datetime import timedelta
from random import SystemRandom

from django.db.models import F
from django.utils import timezone

from .lease import mine
from .models import Job
from .timetable import LONGEST_PAUSE, pause

SHORTEST_PAUSE = 5.0


def done(job: Job) -> None:
    """The payload goes at once: it may hold an address or a letter."""
    if not _come_back(job, error=""):
        mine(job).update(done_at=timezone.now(), lease_until=None, payload={}, error="")


def give_up(job: Job, reason: str) -> None:
    """The payload stays for 72 hours, so that somebody can look."""
    if not _come_back(job, error=reason):
        mine(job).update(failed_at=timezone.now(), lease_until=None, error=reason)


def put_off(job: Job, reason: str, seconds: float | None = None) -> None:
    pause_seconds = growing_pause(job.attempts) if seconds is None else seconds
    run_after = timezone.now() + timedelta(seconds=pause_seconds)
    mine(job).update(run_after=run_after, lease_until=None, error=reason)


def hold(job: Job, reason: str, seconds: float | None = None) -> None:
    """Puts it off as if it had never been taken: who waits for a person tries nothing."""
    run_after = timezone.now() + timedelta(seconds=LONGEST_PAUSE if seconds is None else seconds)
    mine(job).update(run_after=run_after, lease_until=None, error=reason, attempts=F("attempts") - 1)


def growing_pause(attempts: int) -> float:
    """Seconds until the next attempt: doubling from 5 s to an hour, spread by half so that a crowd thins out."""
    full = min(LONGEST_PAUSE, SHORTEST_PAUSE * 2 ** min(attempts - 1, 20))
    return full * SystemRandom().uniform(0.5, 1.0)


def _come_back(job: Job, error: str) -> bool:
    seconds = pause(job)
    if seconds is None:
        return False
    run_after = timezone.now() + timedelta(seconds=seconds)
    mine(job).update(run_after=run_after, lease_until=None, attempts=0, error=error)
    return True
