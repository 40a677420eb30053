"""Every row of one database into another that is empty: all of them, compared table by table, or none."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import islice
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections, transaction
from django.db.models import Model

from .beside import SOURCE
from .checksum import Tally
from .empty import empty
from .numbers import go_on_after, highest_given
from .tables import MADE_ANEW, lay_out, steps_done, tables_at

_AT_ONCE = 500
Row = Sequence[Any]


class CannotCopy(Exception):
    """`str(error)` says what is in the way. Nothing was written."""


@dataclass(frozen=True)
class Copied:
    table: str
    there: Tally
    here: Tally

    @property
    def is_same(self) -> bool:
        return self.there == self.here


def copy_all(said: Callable[[Copied], None] = lambda copied: None, replace: bool = False) -> list[Copied]:
    """From `SOURCE` into our own database, which must hold no tables. Raises CannotCopy, and AnotherVersion.

    `replace`: what stands in PostgreSQL goes, in the same transaction.

    On PostgreSQL tables and rows come in one transaction. SQLite makes tables only outside of one: copy into a file that
    nobody uses yet.
    """
    steps = steps_done(SOURCE)
    with _whole():
        if replace:
            empty()
        if connections[DEFAULT_DB_ALIAS].introspection.table_names():
            raise CannotCopy("The database to copy to is not empty: name another, or empty it first.")
        lay_out(steps)
        _let_rows_wait_for_each_other()
        with transaction.atomic(), transaction.atomic(using=SOURCE):
            copied = []
            for model in tables_at(SOURCE, steps):
                if model._meta.db_table not in MADE_ANEW:
                    copied.append(_copy(model))
                    said(copied[-1])
            _compare(copied)
    return copied


def _whole() -> AbstractContextManager[object]:
    return transaction.atomic() if connections[DEFAULT_DB_ALIAS].vendor == "postgresql" else nullcontext()


def _let_rows_wait_for_each_other() -> None:
    """Keys to rows that come later are looked at when all is there; migrations in this transaction had them looked at at once."""
    if connections[DEFAULT_DB_ALIAS].vendor == "postgresql":
        with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _copy(model: type[Model]) -> Copied:
    there, here = Tally(), Tally()
    rows = _rows(model, SOURCE)
    while some := list(islice(rows, _AT_ONCE)):
        _write(model, some)
        for row in some:
            there.add(row)
    for row in _rows(model, DEFAULT_DB_ALIAS):
        here.add(row)
    if number := highest_given(model, SOURCE):
        go_on_after(model, number, DEFAULT_DB_ALIAS)
    return Copied(model._meta.db_table, there, here)


def _rows(model: type[Model], alias: str) -> Iterator[Row]:
    names = [field.attname for field in model._meta.local_concrete_fields]
    # No order is asked for: two databases sort words differently, and the sum needs none.
    stored = model._base_manager.using(alias).order_by().values_list(*names)
    return iter(stored.iterator(chunk_size=_AT_ONCE))


def _write(model: type[Model], rows: list[Row]) -> None:
    """As they are: no default, no time of now, no signal."""
    ours = connections[DEFAULT_DB_ALIAS]
    fields = model._meta.local_concrete_fields
    table = ours.ops.quote_name(model._meta.db_table)
    columns = [ours.ops.quote_name(field.column or "") for field in fields]
    put = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(['%s'] * len(fields))})"
    prepared = [
        [field.get_db_prep_save(value, ours) for field, value in zip(fields, row, strict=True)]
        for row in rows
    ]
    try:
        with ours.cursor() as cursor:
            cursor.executemany(put, prepared)
    except (DatabaseError, ValueError) as fault:
        raise CannotCopy(f"A row of {model._meta.db_table} does not fit: {type(fault).__name__}.") from fault


def _compare(copied: list[Copied]) -> None:
    wrong = [each.table for each in copied if not each.is_same]
    if wrong:
        raise CannotCopy(f"What was written differs from what was read, in {', '.join(wrong)}.")
