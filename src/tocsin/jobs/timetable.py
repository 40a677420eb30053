"""Jobs that come back: one row a kind, put off again each time it ends, so any number of workers share it."""

from datetime import datetime, timedelta

from django.utils import timezone

from .models import Job

_every: dict[str, float] = {}
_careful: set[str] = set()

LONGEST_PAUSE = 3600.0
# So late is a job only where no worker ran, or where the clock was set ahead.
GAP = timedelta(days=1)


def every(kind: str, seconds: float, careful: bool = False) -> None:
    """Has a job of this kind, with an empty payload, done every so many seconds by whichever worker is free.

    `careful`: what cannot be undone. After a gap of a day it first waits one time more, so that a clock which jumped
    ahead can be put right before anything is erased by it.
    """
    _every[kind] = seconds
    if careful:
        _careful.add(kind)


def waits_once_more(job: Job) -> bool:
    """Whether this job must not be done now, but the next time that it comes."""
    return job.kind in _careful and job.key == _key(job.kind) and timezone.now() - job.run_after > GAP


def pause(job: Job) -> float | None:
    """Seconds until this job comes back, or None where it belongs to no timetable."""
    return _every.get(job.kind) if job.key == _key(job.kind) else None


def lay_out() -> None:
    """Stores the rows that are missing, and moves those that a clock which has been set back since put too far away.

    Called by each worker as it starts, and now and then.
    """
    wanted, now = {_key(kind): kind for kind in _every}, timezone.now()
    stored = dict(Job.objects.filter(key__in=wanted).values_list("key", "run_after"))
    missing = [Job(kind=kind, key=key) for key, kind in wanted.items() if key not in stored]
    Job.objects.bulk_create(missing, ignore_conflicts=True)
    misdated = [key for key, at in stored.items() if _is_too_far(at, now, _every[wanted[key]])]
    if misdated:
        Job.objects.filter(key__in=misdated).update(run_after=now)


def _is_too_far(run_after: datetime, now: datetime, seconds: float) -> bool:
    """Never farther away than one time, but for the hour at most that a fault puts a job off."""
    return run_after > now + timedelta(seconds=max(seconds, LONGEST_PAUSE))


def _key(kind: str) -> str:
    return f"every:{kind}"
