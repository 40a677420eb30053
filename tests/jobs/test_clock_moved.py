"""The clock was wrong for a while: what it wrote holds nothing up, and nothing is erased by it at once."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from tocsin.jobs import lease, timetable
from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.handlers import handler
from tocsin.jobs.models import Job
from tocsin.jobs.perform import MOST_ATTEMPTS_AFTER_A_FAULT, perform

pytestmark = pytest.mark.django_db
AHEAD = timedelta(days=365)
CAREFUL = "delivery.erase"


def test_a_lease_and_a_pause_that_a_wrong_clock_put_a_year_ahead_keep_no_job() -> None:
    leased, paused = enqueue("leased"), enqueue("paused")
    assert leased
    assert paused
    now = timezone.now()
    Job.objects.filter(pk=leased.pk).update(lease_until=now + AHEAD)
    Job.objects.filter(pk=paused.pk).update(run_after=now + AHEAD)
    assert [job.kind for job in lease.take(10) + lease.take(10)] == ["leased", "paused"]


def test_what_comes_back_every_minute_does_so_again_at_once() -> None:
    timetable.lay_out()
    Job.objects.update(run_after=timezone.now() + timedelta(days=2))
    timetable.lay_out()
    assert Job.objects.exists()
    soon = timezone.now() + timedelta(days=1)
    assert not Job.objects.filter(run_after__gt=soon).exclude(kind__startswith="members.").exists()


def test_what_cannot_be_undone_waits_once_more_where_the_clock_has_jumped_ahead(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []
    monkeypatch.setattr("tocsin.jobs.perform._handle", lambda job: done.append(job.kind))
    timetable.lay_out()
    jumped = timezone.now() + AHEAD
    monkeypatch.setattr(timezone, "now", lambda: jumped)
    job = Job.objects.get(kind=CAREFUL)
    perform(job)
    job.refresh_from_db()
    assert (done, job.run_after) == ([], jumped + timedelta(hours=1))
    monkeypatch.setattr(timezone, "now", lambda: jumped + timedelta(hours=1))
    perform(job)
    assert done == [CAREFUL], "the clock is as it is"


def test_a_job_is_not_given_up_however_long_the_disk_is_full() -> None:
    @handler("test.full")
    def full(payload: dict[str, object]) -> None:
        raise OperationalError("database or disk is full")

    job = enqueue("test.full")
    assert job
    for _ in range(2 * MOST_ATTEMPTS_AFTER_A_FAULT):
        Job.objects.update(run_after=timezone.now(), lease_until=None)
        [taken] = lease.take(1)
        perform(taken)
    job.refresh_from_db()
    assert (job.failed_at, job.done_at, job.error) == (
        None,
        None,
        "OperationalError: database or disk is full",
    )
