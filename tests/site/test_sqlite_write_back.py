"""SQLite's log of writes goes into the database file between the commits: others write on meanwhile."""

import os
import re
import signal
import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest
from django.db import connection, transaction
from tests import processes
from tests.patience import PATIENCE

from tocsin.jobs.insert import insert
from tocsin.jobs.models import Job
from tocsin.site.sqlite import base
from tocsin.site.sqlite.base import WRITE_BACK_EVERY, DatabaseWrapper

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db(transaction=True)]


def in_the_file() -> int:
    """Jobs that stand in the database file itself, whatever its log says."""
    file = Path(str(connection.settings_dict["NAME"])).as_uri()
    with closing(sqlite3.connect(f"{file}?immutable=1", uri=True)) as alone:
        return int(alone.execute("SELECT count(*) FROM jobs_job WHERE kind = 'x'").fetchone()[0])


def commit(times: int) -> None:
    for _ in range(times):
        with transaction.atomic():
            Job.objects.create(kind="x")


def test_what_was_committed_comes_into_the_file_long_before_the_log_is_full() -> None:
    commit(WRITE_BACK_EVERY)
    assert in_the_file()


def test_others_write_on_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_end = Event(), Event()

    def slow(database: DatabaseWrapper) -> None:
        begun.set()
        may_end.wait(PATIENCE)

    def whose_turn_it_is() -> None:
        commit(WRITE_BACK_EVERY)
        connection.close()

    monkeypatch.setattr(DatabaseWrapper, "_write_back", slow)
    writer = Thread(target=whose_turn_it_is)
    writer.start()
    try:
        assert begun.wait(PATIENCE)
        commit(1)
        assert not may_end.is_set()
    finally:
        may_end.set()
        writer.join(PATIENCE)


def test_a_commit_stands_though_the_log_cannot_be_written_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(base, "WRITE_BACK_EVERY", 1)
    with closing(sqlite3.connect(str(connection.settings_dict["NAME"]))) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM jobs_job").fetchone()
        unread = connection.cursor().execute("SELECT kind FROM jobs_job UNION ALL SELECT 'y'")
        commit(3)
        unread.close()
    assert Job.objects.count() == 3


def test_the_log_is_bounded_and_shrinks_again() -> None:
    with connection.cursor() as cursor:
        values = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("wal_autocheckpoint", "journal_size_limit")
        ]
    assert values == [25_000, 4 * 1024 * 1024]


# Each commit is told only when it is done; every one of them has the log written back.
WRITES_UNTIL_KILLED = """
import django
django.setup()
from django.db import transaction
from tocsin.jobs.models import Job
from tocsin.site.sqlite import base
base.WRITE_BACK_EVERY = 1

for number in range(1_000_000):
    with transaction.atomic():
        Job.objects.create(kind="told", key=str(number), payload={"long": "x" * 20_000})
    print(number)
"""


@pytest.mark.parametrize("told", [1, 7, 60])
def test_a_process_killed_while_the_log_is_written_back_loses_nothing(told: int) -> None:
    writer = processes.python(WRITES_UNTIL_KILLED)
    assert writer.stdout is not None
    heard = [writer.stdout.readline() for _ in range(told)]
    os.kill(writer.pid, signal.SIGKILL)
    heard += writer.stdout.readlines()
    assert writer.wait(PATIENCE) == -signal.SIGKILL
    numbers = {line.strip() for line in heard if re.fullmatch(r"\d+\n", line)}
    assert numbers <= set(Job.objects.values_list("key", flat=True))
    assert len(numbers) >= told
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert insert(Job, kind="after")
