"""`kill -9` in the middle of reading: each arrival waits still, or is exactly one report."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
from django.conf import settings
from django.utils import timezone

from tests import processes
from tests.patience import PATIENCE, wait_until
from tests.reports.drafts import TEXT
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.models import Arrival, ArrivalState, ArrivalWay, Report

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
ARRIVALS = 12


@contextmanager
def worker() -> Iterator["subprocess.Popen[bytes]"]:
    process = subprocess.Popen(
        [sys.executable, "-m", "tocsin.cli.main", "work", "--data", str(settings.DATA)],
        env=processes.environment(),
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def has_read(count: int) -> bool:
    return read_count() >= count


def read_count() -> int:
    return Arrival.objects.filter(state=ArrivalState.READ).count()


@pytest.mark.parametrize("stops", [(3,), pytest.param((2, 8), marks=pytest.mark.soak)])
def test_a_worker_killed_while_it_reads(stops: tuple[int, ...]) -> None:
    for n in range(ARRIVALS):
        arrive(
            Sent(f"{TEXT}\nCopy for town {n}: {'nobody slept. ' * 40}".encode(), f"{n}.txt", ArrivalWay.MAIL)
        )
    for stop_at in stops:
        with worker() as killed:
            wait_until(partial(has_read, stop_at))
            os.kill(killed.pid, signal.SIGKILL)
            killed.wait()
        open_ones = Arrival.objects.exclude(state=ArrivalState.READ)
        assert open_ones.filter(report=None).exclude(data=b"").count() == open_ones.count() > 0
        assert Report.objects.count() == read_count()
        # The leases of the dead run out: moved instead of waited for.
        Job.objects.filter(lease_until__isnull=False).update(lease_until=timezone.now())
    with worker() as heir:
        wait_until(lambda: read_count() == ARRIVALS)
        heir.terminate()
        assert heir.wait(PATIENCE) == 0
    assert Report.objects.count() == ARRIVALS
    assert set(Report.objects.values_list("sha256")) == set(Arrival.objects.values_list("sha256"))
    assert AuditEntry.objects.filter(act="report.received").count() == ARRIVALS
