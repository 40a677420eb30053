"""Jobs are taken by lease: once at a time, and again after a lease ran out."""

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tocsin.jobs import lease
from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.finish import done, give_up, growing_pause, put_off
from tocsin.jobs.models import Job


@pytest.mark.django_db
def test_a_taken_job_is_not_taken_again_until_its_lease_runs_out() -> None:
    enqueue("letters.count")
    now = timezone.now()
    first = lease.take(10, now)
    assert len(first) == 1
    assert lease.take(10, now + timedelta(seconds=29)) == []
    assert [job.attempts for job in lease.take(10, now + timedelta(seconds=30))] == [2]


@pytest.mark.django_db
def test_jobs_wait_for_their_time_and_come_in_its_order() -> None:
    now = timezone.now()
    enqueue("later", run_after=now - timedelta(seconds=1))
    enqueue("sooner", run_after=now - timedelta(seconds=2))
    enqueue("not yet", run_after=now + timedelta(seconds=1))
    assert [job.kind for job in lease.take(10, now)] == ["sooner", "later"]


@pytest.mark.django_db
def test_whoever_lost_the_lease_cannot_say_how_the_job_ended() -> None:
    enqueue("letters.count")
    now = timezone.now()
    (slow,) = lease.take(1, now)
    (quick,) = lease.take(1, now + lease.LEASE)
    for end in (done, lambda job: give_up(job, "late"), lambda job: put_off(job, "late")):
        end(slow)
    job = Job.objects.get()
    assert (job.done_at, job.failed_at, job.error, job.lease_until) == (None, None, "", quick.lease_until)


@pytest.mark.django_db
def test_a_renewed_lease_holds() -> None:
    enqueue("letters.count")
    (held,) = lease.take(1)
    lease.renew([held], timedelta(minutes=5))
    assert lease.take(1, timezone.now() + timedelta(minutes=4)) == []


@pytest.mark.django_db
def test_what_was_given_back_is_free_at_once_and_counts_no_attempt() -> None:
    enqueue("letters.count")
    lease.give_back(lease.take(1))
    assert [job.attempts for job in lease.take(1)] == [1]


@pytest.mark.django_db
def test_what_has_ended_is_never_taken() -> None:
    for end in (done, lambda job: give_up(job, "no such address")):
        enqueue("letters.count")
        end(lease.take(1)[0])
    assert lease.take(10, timezone.now() + timedelta(days=1)) == []


@pytest.mark.django_db(transaction=True)
def test_eight_workers_at_once_take_every_job_exactly_once() -> None:
    for number in range(60):
        enqueue("letters.count", {"number": number})
    taken: list[int] = []
    start = threading.Barrier(8)

    def work() -> None:
        start.wait()
        while jobs := lease.take(3):
            taken.extend(job.payload["number"] for job in jobs)
        connection.close()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    # A worker finds nothing free while others hold rows; what it left is taken by the next look.
    taken.extend(job.payload["number"] for job in lease.take(60))
    assert sorted(taken) == list(range(60))


def test_pauses_double_from_five_seconds_to_an_hour() -> None:
    for attempts, longest in [(1, 5), (2, 10), (5, 80), (11, 3600), (500, 3600)]:
        pauses = [growing_pause(attempts) for _ in range(50)]
        assert longest / 2 <= min(pauses) <= max(pauses) <= longest
        assert len(set(pauses)) > 1
