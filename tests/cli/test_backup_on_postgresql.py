"""The drill on PostgreSQL, with something in most tables: a backup restored elsewhere; an upgrade, and the way back; row by row."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from django.db import connection
from psycopg import sql
from tests.cli.running import tocsin
from tests.cli.test_backup import earlier
from tests.delivery.scene import open_action, sam
from tests.processes import database_url

from tocsin.delivery.take_letter import take_letter
from tocsin.members.chain import link_entries
from tocsin.members.record import record
from tocsin.reports.receive import receive
from tocsin.site.database.tables import MADE_ANEW

# Each command brings a database up through every version there was: half a minute a test.
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.only_postgresql, pytest.mark.soak]
APPEAL = "Riga, 3 May 2015. Anna Berg was beaten in custody. Write to the Embassy of Latvia in Oslo."
TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
# When a migration was done is the affair of each database, and the index of the search is made anew.
OWN = {"django_migrations", "search_words", *MADE_ANEW}
Rows = dict[str, list[str]]


@pytest.fixture
def used(transactional_db: None) -> str:
    """A database that somebody works with, at its URL; the pool of this process lets go of it."""
    scene = open_action()
    take_letter(scene.action.pk, sam(), scene.written())
    receive(APPEAL.encode(), "appeal.txt")
    record("action.published", scene.action, None, count=3, share=0.5)
    link_entries()
    url = database_url()
    # Its pool lets go: who has a session there keeps the database from being copied.
    connection.close()
    connection.close_pool()
    return url


@contextmanager
def another_database(template: str = "template0") -> Iterator[str]:
    """The URL of one more on the same server; gone afterwards."""
    name, (server, _slash, _name) = f"drill_{uuid4().hex[:8]}", database_url().rpartition("/")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as beside:
        made = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        beside.execute(made.format(sql.Identifier(name), sql.Identifier(template)))
        try:
            yield f"{server}/{name}"
        finally:
            beside.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def everything(url: str) -> Rows:
    with psycopg.connect(url) as database:
        names = [name for (name,) in database.execute(TABLES)]
        read = {
            name: database.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(name))) for name in names
        }
        return {name: sorted(map(repr, rows)) for name, rows in read.items()}


def settle(url: str, *arguments: object) -> str:
    answer = tocsin(*arguments, TOCSIN_DATABASE_URL=url)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout + answer.stderr


def without_own(rows: Rows) -> Rows:
    return {name: kept for name, kept in rows.items() if name not in OWN}


def guarded(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as database:
        for forbidden in ("DELETE FROM members_auditentry", "UPDATE reports_report SET text = ''"):
            with pytest.raises(psycopg.Error):
                database.execute(forbidden)


def test_a_backup_is_restored_elsewhere(used: str, tmp_path: Path) -> None:
    data, backup = tmp_path / "data", tmp_path / "backup.tar.gz"
    data.mkdir()
    settle(used, "backup", backup, "--data", data)
    with another_database() as elsewhere:
        said = tocsin("restore", backup, "--data", tmp_path / "elsewhere", "--database", elsewhere)
        assert said.returncode == 0, said.stdout + said.stderr
        assert "The audit trail is whole" in said.stdout + said.stderr
        before, after = everything(used), everything(elsewhere)
        assert len(before["members_auditentry"]) >= 1
        assert without_own(after) == without_own(before)
        guarded(elsewhere)
        shown = tocsin("setup", "--show", "--data", tmp_path / "elsewhere").stdout
        assert elsewhere.rpartition("/")[2] in shown

        again = tocsin("restore", backup, "--data", tmp_path / "again", "--database", elsewhere)
        assert (again.returncode, "is not empty" in again.stderr) == (2, True)
        assert everything(elsewhere) == after
    # The same file makes an installation on SQLite, too.
    assert "The audit trail is whole" in settle("", "restore", backup, "--data", tmp_path / "small")


def test_an_upgrade_and_the_way_back(used: str, tmp_path: Path) -> None:
    """On the data of the release before the outbox of letters had its delivery's story."""
    data = tmp_path / "data"
    data.mkdir()
    with another_database(template=used.rpartition("/")[2]) as url:
        earlier(data, TOCSIN_DATABASE_URL=url)
        before = everything(url)
        settle(url, "upgrade", "--data", data)
        now = everything(url)
        assert len(now["django_migrations"]) > len(before["django_migrations"])
        assert now["members_member"] == before["members_member"]

        settle(url, "roll-back", "--yes", "--data", data)
        assert without_own(everything(url)) == without_own(before)
        assert len(everything(url)["django_migrations"]) == len(before["django_migrations"])
        guarded(url)
    assert len(list((data / "backups").iterdir())) == 2
