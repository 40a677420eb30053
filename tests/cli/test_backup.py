"""The drill: a backup while others write, restored elsewhere; an upgrade, and the way back; row by row."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from tests.cli.running import environment, tocsin
from tests.laid_out import FILE

from tocsin.site.backup.database_file import rows_of

pytestmark = pytest.mark.long
WRITES = """
import sqlite3, sys
database = sqlite3.connect(sys.argv[1], timeout=20, isolation_level=None)
for number in range(10**9):
    database.execute("INSERT INTO auth_group(name) VALUES (?)", [str(number)])
    if number == 20: print("writing", flush=True)
"""


@contextmanager
def somebody_writes(file: Path) -> Iterator[subprocess.Popen[str]]:
    writer = subprocess.Popen([sys.executable, "-c", WRITES, file], stdout=subprocess.PIPE, text=True)
    try:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        yield writer
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.communicate()


def everything(file: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(file)) as database:
        return {name: sorted(database.execute(f'SELECT * FROM "{name}"'), key=repr) for name in rows_of(file)}


def settle(data: Path, *arguments: object) -> str:
    answer = tocsin(*arguments, "--data", data)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout + answer.stderr


def test_a_backup_while_others_write_is_restored_elsewhere(fresh: Path, tmp_path: Path) -> None:
    settle(fresh, "setup", "--yes", "--organisation", "Appeals Group", "--administrator", "ada@example.org")
    backup, elsewhere = tmp_path / "backup.tar.gz", tmp_path / "elsewhere"
    with somebody_writes(fresh / FILE):
        settle(fresh, "backup", backup)
    assert backup.stat().st_mode & 0o777 == 0o600
    said = settle(elsewhere, "restore", backup)
    before, after = everything(fresh / FILE), everything(elsewhere / FILE)
    written, kept = before.pop("auth_group"), after.pop("auth_group")
    assert 20 <= len(kept) <= len(written)
    assert kept == sorted(sorted(written, key=lambda row: int(str(row[0])))[: len(kept)], key=repr)
    assert after == before
    assert "The audit trail is whole: 2 entries." in said
    assert (elsewhere / "secret.key").read_text() == (fresh / "secret.key").read_text()
    assert "Appeals Group" in settle(elsewhere, "setup", "--show")

    again = tocsin("restore", backup, "--data", elsewhere)
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)


def test_a_backup_that_was_changed_restores_nothing(fresh: Path, tmp_path: Path) -> None:
    backup, elsewhere = tmp_path / "backup.tar.gz", tmp_path / "elsewhere"
    settle(fresh, "backup", backup)
    whole = backup.read_bytes()
    backup.write_bytes(whole[: len(whole) // 2])
    answer = tocsin("restore", backup, "--data", elsewhere)
    assert answer.returncode == 2
    assert "is no backup, or not whole" in answer.stderr
    assert list(elsewhere.iterdir()) == []


def earlier(data: Path, **settings: str) -> None:
    """As the release before the outbox of letters had it; settings are environment variables."""
    command = [sys.executable, "-m", "django", "migrate", "delivery", "0002", "--verbosity", "0"]
    known = {"DJANGO_SETTINGS_MODULE": "tocsin.site.settings", "TOCSIN_DATA": str(data)}
    subprocess.run(command, env={**environment(), **known, **settings}, check=True)


def test_an_upgrade_and_the_way_back(fresh: Path) -> None:
    settle(fresh, "setup", "--yes", "--administrator", "ada@example.org")
    earlier(fresh)
    before = everything(fresh / FILE)
    assert "earlier" not in settle(fresh, "upgrade")
    now = everything(fresh / FILE)
    assert len(now["django_migrations"]) > len(before["django_migrations"])
    assert now["members_member"] == before["members_member"]

    settle(fresh, "roll-back", "--yes")
    assert everything(fresh / FILE) == before
    assert len(list((fresh / "backups").iterdir())) == 2


def test_nothing_is_put_back_under_a_running_site(fresh: Path) -> None:
    settle(fresh, "backup", fresh / "backups" / "before-upgrade-1.tar.gz")
    with closing(sqlite3.connect(fresh / FILE)) as open_one:
        open_one.execute("SELECT count(*) FROM members_member")
        answer = tocsin("roll-back", "--yes", "--data", fresh)
    assert answer.returncode == 2
    assert "Stop site and worker first" in answer.stderr
