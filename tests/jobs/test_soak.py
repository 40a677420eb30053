"""The full count: workers killed over and over while jobs go through, and not one job lost."""

import random
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone
from tests import processes

from tocsin.jobs.enqueue import enqueue
from tocsin.jobs.models import Job

JOBS, KILLS = 2000, 40

# Says which job it did; a killed worker may have done one that nobody noted.
WORKER = """
import os, time, django
django.setup()
from tocsin.jobs.handlers import handler
from tocsin.jobs.work import work

@handler("test.count")
def count(payload):
    os.write(1, b"%d\\n" % payload["number"])
    time.sleep(0.002)

work(threads=4)
"""


@pytest.mark.soak
@pytest.mark.django_db(transaction=True)
def test_forty_killed_workers_lose_no_job_and_repeat_few() -> None:
    for number in range(JOBS):
        enqueue("test.count", {"number": number})
    done: Counter[int] = Counter()
    kills = 0
    while waiting := Job.objects.filter(kind="test.count", done_at__isnull=True).count():
        worker = processes.python(WORKER)
        assert worker.stdout is not None
        lifetime = min(waiting, random.randrange(20, 80))
        done.update(int(worker.stdout.readline()) for _ in range(lifetime))
        if kills < KILLS:
            worker.kill()
            kills += 1
        else:
            worker.terminate()
        done.update(int(line) for line in worker.communicate()[0].split())
        # The leases of the dead run out: moved instead of waited for.
        Job.objects.filter(done_at__isnull=True).update(lease_until=timezone.now() - timedelta(seconds=1))
    repeats = sum(done.values()) - JOBS
    print(f"{JOBS} jobs, {kills} kills: {len(done)} done, {repeats} repeated")
    assert set(done) == set(range(JOBS))
    # At worst each killed worker leaves as many half-noted as it has threads.
    assert repeats <= kills * 4
