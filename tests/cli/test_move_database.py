"""From SQLite to PostgreSQL and back, with real servers: every row, what guards them, and the numbers to come."""

import json
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from tests.cli.running import tocsin
from tests.cli.test_backup import everything, settle
from tests.delivery.scene import open_action
from tests.laid_out import FILE
from tests.postgres import newest_programs, running_cluster

from tocsin.members.chain import link_entries
from tocsin.members.record import record
from tocsin.reports.receive import receive
from tocsin.site.backup.database_file import copy_file

APPEAL = "Riga, 3 May 2015. Anna Berg was beaten in custody. Write to the Embassy of Latvia in Oslo."


@pytest.fixture
def moved_from(tmp_path: Path, transactional_db: None) -> Path:
    """A data folder with something in most tables, and a number that was given to a row which is gone."""
    scene = open_action()
    receive(APPEAL.encode(), "appeal.txt")
    scene.action.asks.create(kind="call", text="Gone again.").delete()
    record("action.published", scene.action, None, count=3, share=0.5)
    link_entries()
    (tmp_path / "data").mkdir(mode=0o700)
    copy_file(Path(connection.settings_dict["NAME"]), tmp_path / "data" / FILE)
    return tmp_path / "data"


@pytest.mark.soak
@pytest.mark.sqlite
def test_there_and_back_again(moved_from: Path) -> None:
    before = everything(moved_from / FILE)
    last_ask = max(int(str(row[0])) for row in before["actions_ask"])
    programs = newest_programs()
    assert programs is not None, "install postgresql"
    with running_cluster(programs) as url:
        said = settle(moved_from, "move-database", url)
        assert "DIFFERENT" not in said
        assert "the same on both sides" in said
        assert not (moved_from / FILE).exists()
        _holds_together(url, last_ask)
        assert "audit trail was changed" not in tocsin("check", "--data", moved_from).stdout

        elsewhere = tocsin("move-database", url, "--data", moved_from, TOCSIN_DATABASE_URL="")
        assert elsewhere.returncode == 2
        settle(moved_from, "move-database", "--back")
    assert _as_read(everything(moved_from / FILE)) == _as_read(before)
    _guarded(moved_from / FILE)


def _holds_together(url: str, last_ask: int) -> None:
    """What PostgreSQL refuses, and the number that it gives next: one after that of the row which is gone."""
    with psycopg.connect(url, autocommit=True) as database:
        for forbidden in ("DELETE FROM members_auditentry", "UPDATE reports_report SET text = ''"):
            with pytest.raises(psycopg.Error):
                database.execute(forbidden)
        found = database.execute("SELECT nextval(pg_get_serial_sequence('actions_ask', 'id'))").fetchone()
        assert found == (last_ask + 2,)


def _guarded(file: Path) -> None:
    with closing(sqlite3.connect(file)) as database:
        for forbidden in ("DELETE FROM members_auditentry", "UPDATE reports_report SET text = ''"):
            with pytest.raises(sqlite3.IntegrityError):
                database.execute(forbidden)


def _as_read(tables: dict[str, list[tuple[object, ...]]]) -> dict[str, list[str]]:
    """JSON with its keys in one order; when a migration was done is the database's own affair."""

    def plain(value: object) -> object:
        with suppress(TypeError, ValueError):
            return json.dumps(json.loads(str(value)), sort_keys=True)
        return value

    kept = {name: rows for name, rows in tables.items() if name != "django_migrations"}
    return {
        name: sorted(repr([plain(value) for value in row]) for row in rows) for name, rows in kept.items()
    }


def test_without_a_place_to_go_nothing_is_moved(fresh: Path, tmp_path: Path) -> None:
    for arguments in (["move-database"], ["move-database", "--back"], ["move-database", "mysql://a/b"]):
        answer = tocsin(*arguments, "--data", fresh)
        assert (answer.returncode, answer.stderr.count("\n")) == (2, 1), answer.stderr
    assert (fresh / FILE).exists()
