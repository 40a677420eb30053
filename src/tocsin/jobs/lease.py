"""Taking jobs by lease: a worker that dies loses them to another when the lease runs out."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from .models import Job

LEASE = timedelta(seconds=30)
# What lies farther ahead was written by a clock that has been set back since: no lease lasts so long, no job waits so long.
LONGEST_LEASE = timedelta(hours=1)
LONGEST_WAIT = timedelta(days=7)


def free(now: datetime) -> QuerySet[Job]:
    """What is due and held by nobody."""
    return _not_held(now).filter(run_after__lte=now)


def misdated(now: datetime) -> QuerySet[Job]:
    """What is due by no clock that is right, and held by nobody."""
    return _not_held(now).filter(run_after__gt=now + LONGEST_WAIT)


def _not_held(now: datetime) -> QuerySet[Job]:
    waiting = Job.objects.filter(done_at__isnull=True, failed_at__isnull=True)
    wrong = Q(lease_until__gt=now + LONGEST_LEASE)
    return waiting.filter(Q(lease_until__isnull=True) | Q(lease_until__lte=now) | wrong)


def take(most: int, now: datetime | None = None, lease: timedelta = LEASE) -> list[Job]:
    """Leases up to `most` free jobs. `attempts`, counted here, tells this holder from the next."""
    now = now or timezone.now()
    due = free(now)
    if not due.exists():
        due = misdated(now)
        if not due.exists():
            return []
    with transaction.atomic():
        # SQLite has no row locks and needs none: its transactions start IMMEDIATE, one writer at a time.
        jobs = list(due.select_for_update(skip_locked=True).order_by("run_after", "pk")[:most])
        held = Job.objects.filter(pk__in=[job.pk for job in jobs])
        held.update(lease_until=now + lease, attempts=F("attempts") + 1)
    for job in jobs:
        job.attempts += 1
        job.lease_until = now + lease
    return jobs


def renew(jobs: Collection[Job], lease: timedelta = LEASE) -> None:
    """Keeps jobs that are still being done. One that was lost in the meantime stays with its new holder."""
    until = timezone.now() + lease
    for job in jobs:
        mine(job).update(lease_until=until)


def give_back(jobs: Collection[Job]) -> None:
    """Frees jobs that were taken and not begun."""
    for job in jobs:
        mine(job).update(lease_until=None, attempts=F("attempts") - 1)


def mine(job: Job) -> QuerySet[Job]:
    """The row, as long as this holder is the last who took it and it has not ended."""
    return Job.objects.filter(pk=job.pk, attempts=job.attempts, done_at__isnull=True, failed_at__isnull=True)
