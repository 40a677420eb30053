"""Jobs that come back: one row a kind, put off again each time it ends, so any number of workers share it."""

from .models import Job

_every: dict[str, float] = {}


def every(kind: str, seconds: float) -> None:
    """Has a job of this kind, with an empty payload, done every so many seconds by whichever worker is free."""
    _every[kind] = seconds


def pause(job: Job) -> float | None:
    """Seconds until this job comes back, or None where it belongs to no timetable."""
    return _every.get(job.kind) if job.key == _key(job.kind) else None


def lay_out() -> None:
    """Stores the rows that are missing; called by each worker as it starts."""
    wanted = {_key(kind): kind for kind in _every}
    stored = set(Job.objects.filter(key__in=wanted).values_list("key", flat=True))
    missing = [Job(kind=kind, key=key) for key, kind in wanted.items() if key not in stored]
    Job.objects.bulk_create(missing, ignore_conflicts=True)


def _key(kind: str) -> str:
    return f"every:{kind}"
