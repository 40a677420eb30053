"""A database that can store nothing more, in a test; what the database says is its own."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# As PostgreSQL says it of a disk (53100, "disk_full"): by a trigger, since one disk is shared by all who test at once.
_REFUSE = """
CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = 'disk_full'; END $$
"""
_TABLES = ("delivery_letter", "delivery_delivery", "delivery_deliverychange")


@contextmanager
def full_disk() -> Iterator[None]:
    """Nothing of a letter is stored as long as the block lasts, in this thread."""
    filled, freed = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    _run(filled)
    try:
        yield
    finally:
        _run(freed)


@contextmanager
def read_only_disk() -> Iterator[None]:
    """Nothing at all can be written as long as the block lasts, in this thread: as on a disk that was mounted anew after a fault."""
    ways = {
        "sqlite": ("PRAGMA query_only = 1", "PRAGMA query_only = 0"),
        "postgresql": ("SET default_transaction_read_only = on", "SET default_transaction_read_only = off"),
    }
    begins, ends = ways[connection.vendor]
    _run([begins])
    try:
        yield
    finally:
        _run([ends])


def _sqlite() -> tuple[list[str], list[str]]:
    """All free pages are filled (one holds a little less than 4096 bytes), and the file may grow no more: SQLite's own "database or disk is full"."""
    with connection.cursor() as cursor:
        (pages,) = cursor.execute("PRAGMA page_count").fetchone()
        (most,) = cursor.execute("PRAGMA max_page_count").fetchone()
    ballast = [
        "CREATE TABLE ballast (bytes BLOB)",
        "INSERT INTO ballast SELECT zeroblob(4096 * freelist_count) FROM pragma_freelist_count",
    ]
    return [*ballast, f"PRAGMA max_page_count = {pages}"], [
        f"PRAGMA max_page_count = {most}",
        "DROP TABLE ballast",
    ]


def _postgresql() -> tuple[list[str], list[str]]:
    on = [
        f"CREATE TRIGGER is_full BEFORE INSERT OR UPDATE ON {table} EXECUTE FUNCTION is_full()"
        for table in _TABLES
    ]
    return [_REFUSE, *on], ["DROP FUNCTION is_full() CASCADE"]


def _run(statements: list[str]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
