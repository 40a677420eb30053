"""Putting a job into the outbox, in the caller's transaction: both are stored or neither."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from .handlers import do_beforehand
from .lease import LEASE
from .models import Job
from .perform import perform


def enqueue(
    kind: str, payload: dict[str, Any] | None = None, key: str = "", run_after: datetime | None = None
) -> Job | None:
    """Stores a job for the workers; None where a job with this key was stored before."""
    do_beforehand(kind, payload or {})
    return _store(key, kind=kind, payload=payload or {}, run_after=run_after or timezone.now())


def enqueue_and_do(kind: str, payload: dict[str, Any] | None = None, key: str = "") -> Job | None:
    """Stores a job and does it here right after the commit. Should that fail, a worker does it.

    Asked for again in the same transaction it is stored and done once, when all of the changes are there: None.
    """
    do_beforehand(kind, payload or {})
    if any((job.kind, job.payload) == (kind, payload or {}) for job in _coming()):
        return None
    job = _store(key, kind=kind, payload=payload or {}, attempts=1, lease_until=timezone.now() + LEASE)
    if job:
        transaction.on_commit(partial(perform, job))
    return job


def _coming() -> Iterator[Job]:
    """What this transaction does right after its commit. A part of it that is rolled back takes its own along."""
    for entry in connection.run_on_commit:
        if isinstance(entry[1], partial) and entry[1].func is perform:
            yield entry[1].args[0]


def _store(key: str, **fields: Any) -> Job | None:
    if not key:
        return Job.objects.create(**fields)
    job, is_new = Job.objects.get_or_create(key=key, defaults=fields)
    return job if is_new else None
