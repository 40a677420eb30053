"""The SQLite backend: many writers in many processes, none refused, none starved."""

import threading

import pytest
from django.db import connection, transaction
from tests import processes
from tests.patience import PATIENCE

from tocsin.jobs.models import Job

pytestmark = pytest.mark.sqlite

# Two threads a process, each adding to one counter in transactions that read before they write.
WRITER = """
import threading, django
django.setup()
from django.db import connection, transaction
from tocsin.jobs.models import Job

def write():
    for _ in range({rounds}):
        with transaction.atomic():
            job = Job.objects.get(kind="counter")
            job.attempts += 1
            job.save()
    connection.close()

threads = [threading.Thread(target=write) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
ROUNDS, PROCESSES = 20, 4


@pytest.mark.django_db(transaction=True)
def test_eight_writers_in_four_processes_lose_no_write() -> None:
    Job.objects.create(kind="counter")
    writers = [processes.python(WRITER.format(rounds=ROUNDS)) for _ in range(PROCESSES)]
    outputs = [writer.communicate(timeout=PATIENCE)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * PROCESSES, "".join(outputs)
    assert Job.objects.get(kind="counter").attempts == ROUNDS * PROCESSES * 2


DIES_IN_A_TRANSACTION = """
import os, signal, django
django.setup()
from django.db import transaction
from tocsin.jobs.models import Job

with transaction.atomic():
    Job.objects.create(kind="half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.django_db(transaction=True)
def test_a_process_killed_in_a_transaction_leaves_neither_rows_nor_a_lock() -> None:
    victim = processes.python(DIES_IN_A_TRANSACTION)
    assert victim.wait(PATIENCE) == -9
    with transaction.atomic():
        Job.objects.create(kind="whole")
    assert list(Job.objects.values_list("kind", flat=True)) == ["whole"]


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_leaves_the_next_one_its_turn() -> None:
    def refuse() -> None:
        with transaction.atomic():
            Job.objects.create(kind="refused")
            raise RuntimeError

    def write() -> None:
        with transaction.atomic():
            Job.objects.create(kind="kept")
        connection.close()

    with pytest.raises(RuntimeError):
        refuse()
    other = threading.Thread(target=write)
    other.start()
    other.join(10)
    assert not other.is_alive()
    assert list(Job.objects.values_list("kind", flat=True)) == ["kept"]


@pytest.mark.django_db
def test_writes_are_safe_and_deleted_rows_are_wiped() -> None:
    with connection.cursor() as cursor:
        values = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "secure_delete")
        ]
    assert values == ["wal", 1]
