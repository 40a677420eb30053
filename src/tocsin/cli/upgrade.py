"""`tocsin upgrade`: after the new version was installed, everything else in one command."""

from datetime import UTC, datetime
from pathlib import Path

import click

from . import options
from .anew import run
from .installation import load, our_folder, prepare_database
from .kept import require_installation
from .missing import say_what_is_missing
from .progress import say, step
from .refusals import Refusal

BACKUPS = "backups"
KEPT = 3


@click.command("upgrade")
@options.data
def command(data: Path | None) -> None:
    """Back up, bring the database up to the version that is installed, and say what is unsafe or unfinished.

    If a step fails, the database is put back as it was.
    """
    folder = our_folder(data)
    require_installation(folder)
    file = backup_name(folder, "before-upgrade")
    run("backup", file, "--data", folder)
    load(folder)
    try:
        with step("Bringing the database up to this version"):
            prepare_database()
    except Exception as fault:
        say(f"It did not succeed: {fault}")
        _close()
        run("roll-back", file, "--yes", "--data", folder)
        raise Refusal("The database is as it was. Install the version that you had, and tell us.") from None
    _make_findable()
    _forget_old(folder)
    say_what_is_missing()
    say(f"Up to date. Back to what was: tocsin roll-back (from {file})")


def _make_findable() -> None:
    from tocsin.cases.search.rebuild import is_incomplete, rebuild

    if is_incomplete():
        with step("Making the index of the search"):
            rebuild()


def backup_name(folder: Path, why: str) -> Path:
    return folder / BACKUPS / f"{why}-{datetime.now(UTC):%Y%m%d-%H%M%S}.tar.gz"


def _close() -> None:
    from django.db import connections

    connections.close_all()


def _forget_old(folder: Path) -> None:
    """They remember people whom we have erased: the last ones suffice."""
    for old in sorted((folder / BACKUPS).glob("before-*.tar.gz"), key=lambda path: path.stat().st_mtime)[
        :-KEPT
    ]:
        old.unlink()
