"""SQLite's journal of writes, which holds earlier pages until it is written back: what was erased stands there still."""

from django.db import connection, transaction


def empty_journal() -> None:
    """At once, or once the transaction around it is over. Pages that became free are zeroed in the file itself."""
    if connection.vendor == "sqlite":
        transaction.on_commit(_write_back)


def _write_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
