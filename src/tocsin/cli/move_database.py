"""`tocsin move-database`: from SQLite to PostgreSQL, or back; all of it or nothing."""

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from . import options
from .in_use import refuse_in_use
from .installation import our_folder
from .kept import DATABASE_URL as NAME
from .kept import database_url
from .progress import say, step
from .refusals import Refusal
from .two_databases import aside_in, close_file, database_faults, load_two


@click.command("move-database")
@click.argument("url", required=False)
@click.option("--back", is_flag=True, help="From PostgreSQL into SQLite in the data folder.")
@options.data
def command(url: str | None, back: bool, data: Path | None) -> None:
    """Copy everything from SQLite to the empty PostgreSQL database at URL, or with --back the other way.

    Stop site and worker first. Rows and checksums of each table are compared; what was copied from stays as it is.
    """
    folder = our_folder(data)
    now = database_url(folder)
    if back:
        _back(folder, now or url or "")
    elif not url:
        raise Refusal("Say where to: tocsin move-database postgresql://user:password@host:port/database")
    elif now:
        raise Refusal(f"This installation is on PostgreSQL already ({NAME} is set). Say --back for SQLite.")
    else:
        _there(folder, url)


def _there(folder: Path, url: str) -> None:
    file = folder / "tocsin.sqlite3"
    if not file.exists():
        raise Refusal(f"There is no {file}: nothing to move.")
    refuse_in_use(file)
    load_two("", folder, url, folder)
    _copy()
    _keep_url(folder, url)
    aside = folder / f"tocsin-moved-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite3"
    file.rename(aside)
    say(f"Moved. The old database is kept as {aside}: it holds people's data, so delete it once all is well.")


def _back(folder: Path, url: str) -> None:
    if not url:
        raise Refusal(f"This installation is on SQLite already: {NAME} is not set.")
    file = folder / "tocsin.sqlite3"
    if file.exists():
        raise Refusal(f"{file} is there already. Move it away first.")
    with aside_in(folder) as aside:
        load_two(url, folder, "", aside)
        _copy()
        close_file()
        os.link(aside / file.name, file)
    _keep_url(folder, "")
    say("Moved. The old database is as it was: it holds people's data, so drop it once all is well.")


def _copy() -> None:
    from tocsin.cases.search.rebuild import rebuild
    from tocsin.site.database.beside import SOURCE
    from tocsin.site.database.copy import CannotCopy, Copied, copy_all
    from tocsin.site.database.tables import is_of_this_version

    def said(copied: Copied) -> None:
        mark = "same" if copied.is_same else "DIFFERENT"
        click.echo(
            f"{copied.table}: {copied.there.rows} {copied.there.sum} -> {copied.here.rows} {copied.here.sum} {mark}"
        )

    with database_faults():
        if not is_of_this_version(SOURCE):
            raise CannotCopy("The database belongs to an earlier version. Run: tocsin upgrade")
        copied = copy_all(said)
        with step("Making the index of the search"):
            rebuild()
    click.echo(
        f"{len(copied)} tables, {sum(each.here.rows for each in copied)} rows: the same on both sides."
    )


def _keep_url(folder: Path, url: str) -> None:
    """The installation goes on where its rows are now."""
    from tocsin.site.kept_settings import keep, kept

    settings = {name: value for name, value in kept(folder).items() if name != NAME}
    keep(folder, {**settings, NAME: url} if url else settings)
    say(
        f"{NAME} in settings.toml is {'set' if url else 'gone'}: mind it where you set it in the environment."
    )
