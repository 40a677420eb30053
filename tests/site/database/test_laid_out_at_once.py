"""Tables made at once are those that the migrations make one after the other; only the order of columns may differ."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.running import environment
from tests.cli.test_backup_on_postgresql import another_database
from tests.laid_out import BRING_UP, FILE
from tests.postgres import newest_programs

EARLIER = ("delivery", "0002_its_own_outbox")
SET_UP = "import django; django.setup(); from tocsin.site.database.tables import lay_out; "
# What makes them at once -> the migrations to do one by one.
WAYS = {"now": (BRING_UP, ()), "earlier": (f"{SET_UP}lay_out([{EARLIER}])", EARLIER)}
DIES = """
import django; django.setup()
from tocsin.site.database import tables
tables.MigrationRecorder.record_applied = lambda *said: 1 / 0
tables.bring_up()
"""


def run(*program: str, **settings: str) -> int:
    known = {"DJANGO_SETTINGS_MODULE": "tocsin.site.settings", **settings}
    return subprocess.run([sys.executable, *program], env={**environment(), **known}, check=False).returncode


def step_by_step(steps: tuple[str, ...], **settings: str) -> None:
    assert run("-m", "django", "migrate", *steps, "--verbosity", "0", **settings) == 0


def on_sqlite(data: Path) -> dict[str, list[str]]:
    """The parts of each table, index and trigger, in one order."""
    with closing(sqlite3.connect(data / FILE)) as database:
        said = database.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return {name: sorted(sql.removesuffix(")").split(", ")) for name, sql in said}


def on_postgresql(url: str) -> list[str]:
    """The lines of its dump, but for those with its own key."""
    programs = newest_programs()
    assert programs
    dumped = subprocess.run(
        [programs / "pg_dump", "--schema-only", url], stdout=subprocess.PIPE, text=True, check=True
    )
    return sorted(line for line in dumped.stdout.splitlines() if not line.startswith("\\"))


@pytest.mark.sqlite
@pytest.mark.parametrize("way", WAYS)
def test_on_sqlite(way: str, tmp_path: Path) -> None:
    at_once, steps = WAYS[way]
    folders = [tmp_path / "one", tmp_path / "other"]
    for folder in folders:
        folder.mkdir()
    assert run("-c", at_once, TOCSIN_DATA=str(folders[0])) == 0
    step_by_step(steps, TOCSIN_DATA=str(folders[1]))
    assert on_sqlite(folders[0]) == on_sqlite(folders[1])


@pytest.mark.only_postgresql
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("way", WAYS)
def test_on_postgresql(way: str, tmp_path: Path) -> None:
    at_once, steps = WAYS[way]
    with another_database() as one, another_database() as other:
        assert run("-c", at_once, TOCSIN_DATA=str(tmp_path), TOCSIN_DATABASE_URL=one) == 0
        step_by_step(steps, TOCSIN_DATA=str(tmp_path), TOCSIN_DATABASE_URL=other)
        assert on_postgresql(one) == on_postgresql(other)


@pytest.mark.sqlite
def test_all_of_them_or_none(tmp_path: Path) -> None:
    assert run("-c", DIES, TOCSIN_DATA=str(tmp_path)) == 1
    assert set(on_sqlite(tmp_path)) == {"django_migrations", "sqlite_sequence"}
    assert run("-c", BRING_UP, TOCSIN_DATA=str(tmp_path)) == 0
    assert "members_member" in on_sqlite(tmp_path)
