"""A worker in a process of its own: killed outright, asked to stop, out of a database."""

import signal
import subprocess
from datetime import timedelta

import pytest
from django.utils import timezone
from tests import processes
from tests.patience import PATIENCE

from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.models import Job

# Says when a job begins and when it ends.
WORKER = """
import time, django
django.setup()
from tocsin.jobs.handlers import handler
from tocsin.jobs.work import work

@handler("test.sleep")
def sleep(payload):
    print("begins", flush=True)
    time.sleep(payload["seconds"])
    print("ends", flush=True)

work(threads=1)
"""

QUICK_TO_RENEW = """
import django
django.setup()
from tocsin.jobs import lease, worker
worker.RENEW_SECONDS = 0.1
renew = lease.renew

def renew_and_say(jobs):
    renew(jobs)
    if jobs:
        print("renewed", flush=True)

lease.renew = renew_and_say
"""


def read_line(child: subprocess.Popen[str]) -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_killed_worker_is_done_by_another_after_the_lease() -> None:
    job = enqueue("test.sleep", {"seconds": 60})
    assert job is not None
    victim = processes.python(WORKER)
    assert read_line(victim) == "begins"
    victim.kill()
    victim.wait()
    job.refresh_from_db()
    assert job.lease_until is not None
    assert timedelta(0) < job.lease_until - timezone.now() <= timedelta(seconds=30)

    # The lease runs out: moved instead of waited for.
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now(), payload={"seconds": 0})
    heir = processes.python(WORKER)
    assert [read_line(heir), read_line(heir)] == ["begins", "ends"]
    heir.terminate()
    assert heir.wait(PATIENCE) == 0
    job.refresh_from_db()
    assert job.done_at is not None
    assert job.attempts == 2


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_asked_to_stop_finishes_what_it_began_and_gives_back_the_rest() -> None:
    begun = enqueue("test.sleep", {"seconds": 2})
    waiting = enqueue("test.sleep", {"seconds": 2})
    assert begun is not None
    assert waiting is not None
    worker = processes.python(WORKER)
    assert read_line(worker) == "begins"
    worker.send_signal(signal.SIGTERM)
    output, _ = worker.communicate(timeout=PATIENCE)
    assert (worker.returncode, output.split()) == (0, ["ends"])
    begun.refresh_from_db()
    waiting.refresh_from_db()
    assert begun.done_at is not None
    assert (waiting.done_at, waiting.lease_until, waiting.attempts) == (None, None, 0)


@pytest.mark.django_db(transaction=True)
def test_a_worker_keeps_the_lease_of_a_job_that_takes_long() -> None:
    job = enqueue("test.sleep", {"seconds": 60})
    assert job is not None
    worker = processes.python(f"{QUICK_TO_RENEW}{WORKER}")
    try:
        assert read_line(worker) == "begins"
        job.refresh_from_db()
        first = job.lease_until
        assert first is not None
        # A renewal may have begun already: the second from here on began after we looked.
        assert [read_line(worker), read_line(worker)] == ["renewed", "renewed"]
        job.refresh_from_db()
        assert job.lease_until is not None
        assert job.lease_until > first
    finally:
        worker.kill()
        worker.wait()
