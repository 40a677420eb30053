"""`tocsin restore`: an installation from a backup, in an empty folder; onto SQLite or PostgreSQL."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options
from .installation import load, our_folder
from .kept import DATABASE_URL
from .progress import say, step
from .refusals import Refusal
from .two_databases import aside_in, database_faults, load_two

if TYPE_CHECKING:
    from tocsin.site.backup.archive import Manifest


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option(
    "--database", default="", metavar="URL", help="An empty PostgreSQL database; else SQLite in the folder."
)
@options.data
def command(file: Path, database: str, data: Path | None) -> None:
    """Put the installation of the backup FILE into an empty data folder; all of it or nothing.

    Nothing is sent by it. Erase what is overdue at once: start tocsin work.
    """
    folder = our_folder(data)
    if folder.exists() and any(folder.iterdir()):
        raise Refusal(f"{folder} is not empty: name another with --data, or move it away.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with aside_in(folder) as aside:
        with step(f"Reading {file}"):
            manifest = unpacked(file, aside)
        if database:
            _copy(aside, database)
        _keep_settings(aside, database)
        _put_in_place(aside, folder, without_database=bool(database))
    if not database:
        load(folder)
    _look_through(manifest)


def unpacked(file: Path, folder: Path) -> "Manifest":
    """Ends with a sentence where it is no backup, or not whole."""
    from tocsin.site.backup.archive import NoBackup, unpack

    try:
        return unpack(file, folder)
    except NoBackup as refusal:
        raise Refusal(f"{refusal} Nothing was restored.") from None


def _copy(aside: Path, url: str) -> None:
    load_two("", aside, url, aside)
    from tocsin.site.database.copy import copy_all

    with database_faults(), step("Copying the database"):
        copy_all()


def _keep_settings(aside: Path, url: str) -> None:
    """Where its rows are now, not where they were: two installations never share a database by accident."""
    from tocsin.site.kept_settings import keep, kept

    settings = {name: value for name, value in kept(aside).items() if name != DATABASE_URL}
    keep(aside, {**settings, DATABASE_URL: url} if url else settings)


def _put_in_place(aside: Path, folder: Path, without_database: bool) -> None:
    """The database last: without it the folder is no installation yet."""
    from tocsin.site.environment import SQLITE

    for path in sorted(aside.iterdir()):
        if not path.name.startswith(SQLITE):
            path.rename(folder / path.name)
    if not without_database:
        (aside / SQLITE).rename(folder / SQLITE)


def _look_through(manifest: "Manifest") -> None:
    from django.db import DEFAULT_DB_ALIAS

    from tocsin.site.database.tables import is_of_this_version

    now = {table: _count(table) for table in manifest.rows}
    if wrong := [table for table, rows in manifest.rows.items() if now[table] != rows]:
        raise Refusal(f"Rows are missing in {', '.join(wrong)}: do not use this installation.")
    say(f"{sum(now.values())} rows in {len(now)} tables, as in the backup of {manifest.made_at}.")
    if not is_of_this_version(DEFAULT_DB_ALIAS):
        say("The database is of an earlier version. Run: tocsin upgrade")
        return
    _look_at_trail_and_search()


def _count(table: str) -> int:
    from django.db import connection

    with connection.cursor() as asked:
        asked.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")
        rows: int = asked.fetchone()[0]
    return rows


def _look_at_trail_and_search() -> None:
    from tocsin.cases.search.rebuild import is_incomplete, rebuild
    from tocsin.members.chain import check_chain

    if is_incomplete():
        with step("Making the index of the search"):
            rebuild()
    chain = check_chain()
    if not chain.is_whole:
        raise Refusal(f"The audit trail of the backup was changed: entry {chain.broken_at} does not fit.")
    say(f"The audit trail is whole: {chain.length} entries.")
