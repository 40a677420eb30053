"""A SQLite database as one file: copied while others write, counted, and looked through."""

import sqlite3
from contextlib import closing
from pathlib import Path


class Damaged(Exception):
    """`str(error)` says what SQLite found."""


def copy_file(source: Path, target: Path) -> None:
    """As it stood at one moment. Who writes meanwhile does not wait. Raises Damaged."""
    with closing(sqlite3.connect(source)) as there, closing(sqlite3.connect(target)) as here:
        there.backup(here)
        here.execute("PRAGMA journal_mode=DELETE")
        found = here.execute("PRAGMA integrity_check").fetchone()[0]
    target.chmod(0o600)
    if found != "ok":
        raise Damaged(f"The database is damaged: {found}")


def rows_of(file: Path) -> dict[str, int]:
    """Table -> rows; without the words of the search, which are made anew from the rest."""
    with closing(sqlite3.connect(file)) as database:
        asked = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
        names = [name for (name,) in database.execute(asked) if _is_kept(name)]
        return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _is_kept(table: str) -> bool:
    return not table.startswith(("sqlite_", "search_words")) and table != "cases_searchentry"
