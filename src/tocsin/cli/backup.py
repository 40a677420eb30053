"""`tocsin backup`: everything that is not made anew, in one file, while site and worker run."""

from pathlib import Path

import click

from . import options
from .installation import our_folder
from .kept import database_url
from .progress import say, step
from .refusals import Refusal
from .two_databases import aside_in, close_file, database_faults, load_two


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@options.data
def command(file: Path, data: Path | None) -> None:
    """Write database, settings, key and waiting mail to FILE (tar.gz), as they stood at one moment.

    It holds people's data and our key: encrypt it, keep it elsewhere, and delete it after a few weeks.
    """
    folder = our_folder(data)
    if file.exists():
        raise Refusal(f"{file} is there already: choose another name.")
    if not folder.is_dir():
        raise Refusal(f"There is no folder {folder}: nothing to back up.")
    url = database_url(folder)
    with aside_in(folder) as aside:
        with step("Copying the database"):
            copied = _from_postgresql(url, folder, aside) if url else _from_file(folder, aside)
        _pack(file.resolve(), copied, folder)


def _from_postgresql(url: str, folder: Path, aside: Path) -> Path:
    load_two(url, folder, "", aside)
    from tocsin.site.database.copy import copy_all
    from tocsin.site.environment import SQLITE

    with database_faults():
        copy_all()
        close_file()
    return aside / SQLITE


def _from_file(folder: Path, aside: Path) -> Path:
    import sqlite3

    from tocsin.site.backup.database_file import Damaged, copy_file
    from tocsin.site.environment import SQLITE

    if not (folder / SQLITE).exists():
        raise Refusal(f"There is no database in {folder}: nothing to back up.")
    try:
        copy_file(folder / SQLITE, aside / SQLITE)
    except (Damaged, sqlite3.Error) as fault:
        raise Refusal(str(fault)) from None
    return aside / SQLITE


def _pack(file: Path, database: Path, folder: Path) -> None:
    from tocsin.site.backup.archive import pack
    from tocsin.site.backup.database_file import rows_of

    try:
        with step(f"Writing {file}"):
            manifest = pack(file, database, folder, rows_of(database))
    except OSError as fault:
        raise Refusal(f"{file} cannot be written: {fault.strerror}") from None
    say(f"{sum(manifest.rows.values())} rows in {len(manifest.rows)} tables, {len(manifest.files)} files.")
