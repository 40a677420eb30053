"""Putting a job into the outbox, in the caller's transaction: both are stored or neither."""

from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from .lease import LEASE
from .models import Job
from .perform import perform


def enqueue(
    kind: str, payload: dict[str, Any] | None = None, key: str = "", run_after: datetime | None = None
) -> Job | None:
    """Stores a job for the workers; None where a job with this key was stored before."""
    return _store(key, kind=kind, payload=payload or {}, run_after=run_after or timezone.now())


def enqueue_and_do(kind: str, payload: dict[str, Any] | None = None, key: str = "") -> Job | None:
    """Stores a job and does it here right after the commit. Should that fail, a worker does it.

    Asked for again in the same transaction it is stored and done once, when all of the changes are there: None.
    """
    if _is_coming(kind, payload or {}):
        return None
    job = _store(key, kind=kind, payload=payload or {}, attempts=1, lease_until=timezone.now() + LEASE)
    if job:
        transaction.on_commit(partial(perform, job))
    return job


def _is_coming(kind: str, payload: dict[str, Any]) -> bool:
    """Whether the same is done right after the commit anyway. A part that is rolled back takes its own along."""
    waiting = [after.args[0] for _, after, _ in connection.run_on_commit if _is_job(after)]
    return any((job.kind, job.payload) == (kind, payload) for job in waiting)


def _is_job(after: Any) -> bool:
    return isinstance(after, partial) and after.func is perform


def _store(key: str, **fields: Any) -> Job | None:
    if not key:
        return Job.objects.create(**fields)
    job, is_new = Job.objects.get_or_create(key=key, defaults=fields)
    return job if is_new else None
