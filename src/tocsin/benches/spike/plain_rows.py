"""The database's own rate for the rows of one letter: the same inserts, in a transaction each, with nothing around them."""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

# Parents first; what of a row points to the parent that was stored before it.
TABLES = ("supporters_supporter", "delivery_letter", "delivery_delivery", "jobs_job")
POINTS_TO = {"supporter_id": "supporters_supporter", "letter_id": "delivery_letter"}
UNIQUE = {"public_id", "message_id", "key", "fingerprint"}


@dataclass(frozen=True)
class Like:
    """A row that the site stored itself, to be stored again with other keys."""

    table: str
    columns: tuple[str, ...]
    values: tuple[object, ...]

    @property
    def insert(self) -> str:
        """Names of tables and columns come from the database itself."""
        places = ", ".join(["%s"] * len(self.columns))
        words = ("INSERT INTO", self.table, f"({', '.join(self.columns)}) VALUES ({places}) RETURNING id")
        return " ".join(words)

    def again(self, parents: dict[str, int]) -> Iterator[Any]:
        for column, value in zip(self.columns, self.values, strict=True):
            if column in UNIQUE:
                yield uuid.uuid4().hex
            else:
                yield parents.get(POINTS_TO.get(column, ""), value)


def rows_per_second(letters: int) -> float:
    """By the wall's clock, one connection."""
    rows = [_last(table) for table in TABLES]
    started = time.perf_counter()
    for _ in range(letters):
        _store(rows)
    return letters / (time.perf_counter() - started)


def _store(rows: list[Like]) -> None:
    stored: dict[str, int] = {}
    with transaction.atomic(), connection.cursor() as cursor:
        for row in rows:
            cursor.execute(row.insert, list(row.again(stored)))
            stored[row.table] = cursor.fetchone()[0]


def _last(table: str) -> Like:
    with connection.cursor() as cursor:
        cursor.execute(" ".join(("SELECT * FROM", table, "ORDER BY id DESC LIMIT 1")))
        names = [column[0] for column in cursor.description]
        values = cursor.fetchone()
    kept = [(name, value) for name, value in zip(names, values, strict=True) if name != "id"]
    return Like(table, tuple(name for name, _ in kept), tuple(_plain(value) for _, value in kept))


def _plain(value: object) -> object:
    """JSON comes back as Python's own on PostgreSQL, and goes in as text."""
    if isinstance(value, (dict, list)):
        from django.db.backends.postgresql.psycopg_any import Jsonb

        return Jsonb(value)
    return value
