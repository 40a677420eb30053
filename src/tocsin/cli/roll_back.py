"""`tocsin roll-back`: the database as it was before the last upgrade."""

import os
from pathlib import Path

import click

from . import options
from .anew import run
from .in_use import refuse_in_use
from .installation import our_folder
from .kept import database_url
from .progress import say, step
from .refusals import Refusal
from .restore import unpacked
from .two_databases import aside_in, database_faults, load_two
from .upgrade import BACKUPS, backup_name


@click.command("roll-back")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True), required=False)
@click.option("--yes", is_flag=True, help="Do not ask once more.")
@options.data
def command(file: Path | None, yes: bool, data: Path | None) -> None:
    """Put back the database of FILE, or of the last backup that tocsin upgrade made. Stop site and worker first.

    What came in since is not in it: it is backed up beside the others before anything is put back.
    """
    folder = our_folder(data)
    file = file or _last(folder)
    url = database_url(folder)
    if not url:
        refuse_in_use(folder / "tocsin.sqlite3")
    if not yes:
        click.confirm(f"Put back {file.name}? What came in since will be missing", abort=True)
    run("backup", backup_name(folder, "before-roll-back"), "--data", folder)
    with aside_in(folder) as aside:
        manifest = unpacked(file, aside)
        if url:
            _replace_tables(aside, url)
        else:
            _replace_file(aside, folder)
    say(f"Put back as it was at {manifest.made_at}. Now install the version that you had then, and start it.")


def _last(folder: Path) -> Path:
    found = sorted((folder / BACKUPS).glob("before-upgrade-*.tar.gz"))
    if not found:
        raise Refusal(f"There is no backup of an upgrade in {folder / BACKUPS}. Name one.")
    return found[-1]


def _replace_tables(aside: Path, url: str) -> None:
    load_two("", aside, url, aside)
    from tocsin.site.database.copy import copy_all

    with database_faults(), step("Putting the database back"):
        copy_all(replace=True)


def _replace_file(aside: Path, folder: Path) -> None:
    """What the old file's log holds belongs to the old file."""
    from tocsin.site.environment import SQLITE

    for ending in ("-wal", "-shm"):
        (folder / f"{SQLITE}{ending}").unlink(missing_ok=True)
    os.replace(aside / SQLITE, folder / SQLITE)
