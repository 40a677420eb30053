"""Loading two databases: our own to write to, another beside it to read from."""

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .installation import load
from .refusals import Refusal

ASIDE = ".unfinished-"
ABANDONED_AFTER = 86_400


def load_two(source_url: str, source: Path, target_url: str, target: Path) -> None:
    """Each PostgreSQL at its URL, or SQLite in its folder where that is empty. Once in a process."""
    os.environ["TOCSIN_DATABASE_URL"] = target_url
    load(target)
    from django.core.exceptions import ImproperlyConfigured

    from tocsin.site.database.beside import open_beside

    try:
        open_beside(source_url, source)
    except ImproperlyConfigured as mistake:
        raise Refusal(str(mistake)) from None


@contextmanager
def aside_in(data: Path) -> Iterator[Path]:
    """A folder that nobody reads; gone afterwards. What a killed command left a day ago goes first."""
    for old in data.glob(f"{ASIDE}*"):
        if time.time() - old.stat().st_mtime > ABANDONED_AFTER:
            shutil.rmtree(old, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=ASIDE, dir=data))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database_faults() -> Iterator[None]:
    """What can be in the way of a copy, in one sentence."""
    from django.db import DatabaseError

    from tocsin.site.database.copy import CannotCopy
    from tocsin.site.database.tables import AnotherVersion

    try:
        yield
    except (CannotCopy, AnotherVersion) as refusal:
        raise Refusal(f"{refusal} Nothing was written.") from None
    except DatabaseError as fault:
        raise Refusal(f"The database cannot be used: {fault}".strip()) from None


def close_file() -> None:
    """Everything of our own SQLite database into its one file, which can then be moved."""
    from django.db import connection

    from tocsin.jobs.journal import empty_journal

    empty_journal()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode=DELETE")
    connection.close()
