"""The rows that make up a case, read once and stored again: at once by bare SQL, or one by one with a commit each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.management import call_command
from django.db import connection, models, transaction

from tocsin.cases.exchange.pack.tables import TABLES
from tocsin.cases.models import CarriedEntry, Case
from tocsin.cases.search.words_table import words_table
from tocsin.members.append_only import without_keeping
from tocsin.members.models import Member
from tocsin.members.record import record


@dataclass(frozen=True)
class Rows:
    """All rows of one table, by column, in an order in which each can be stored after those before it."""

    model: type[models.Model]
    columns: tuple["models.Field[Any, Any]", ...]
    values: list[tuple[Any, ...]]


def let_it_be_emptied() -> None:
    """Takes off what keeps the audit trail from being removed: only for a database that the bench made."""
    with connection.cursor() as cursor:
        for statement in without_keeping(connection.vendor):
            cursor.execute(statement)


def empty() -> None:
    """Takes everything out of the database."""
    call_command("flush", interactive=False, verbosity=0)
    words_table().clear()


def rows_of_everything() -> list[Rows]:
    """Of every table that an import of a case fills."""
    return [found for model in _models() if (found := _rows(model)).values]


def straight(rows: Sequence[Rows]) -> None:
    """One statement a table, one transaction for all."""
    with transaction.atomic(), connection.cursor() as cursor:
        for each in rows:
            cursor.executemany(_insert(each), _as_stored(each))


def one_by_one(rows: Sequence[Rows]) -> None:
    """As a loop that takes no care stores them. Django commits each."""
    for row in _made(rows):
        _store(row)


def each_with_its_line(rows: Sequence[Rows]) -> None:
    """The records, each committed with the line of the trail that tells of it, instead of the lines that they had."""
    for row in _made([each for each in rows if each.model is not CarriedEntry]):
        with transaction.atomic():
            _store(row)
            record("record.stored", row, None)


def _made(rows: Sequence[Rows]) -> Iterator[models.Model]:
    for each in rows:
        names = [column.attname for column in each.columns]
        for values in each.values:
            yield each.model(**dict(zip(names, values, strict=True)))


def _store(row: models.Model) -> None:
    """A person's row is half of a subject's, which stands already: hence without its parent."""
    row.save_base(raw=True, force_insert=True)


def _models() -> Iterator[type[models.Model]]:
    yield Member
    for table in TABLES:
        yield table.model
        yield from (getattr(table.model, name).through for name in table.many)
    yield Case.reports.through
    yield CarriedEntry


def _rows(model: type[models.Model]) -> Rows:
    columns = tuple(model._meta.local_concrete_fields)
    found = model._base_manager.order_by("pk").values_list(*(column.attname for column in columns))
    return Rows(model, columns, list(found))


def _insert(rows: Rows) -> str:
    quote = connection.ops.quote_name
    names = ", ".join(quote(column.column or "") for column in rows.columns)
    places = ", ".join("%s" for _ in rows.columns)
    return " ".join(("INSERT INTO", quote(rows.model._meta.db_table), f"({names}) VALUES ({places})"))


def _as_stored(rows: Rows) -> list[list[Any]]:
    return [
        [
            column.get_db_prep_save(value, connection)
            for column, value in zip(rows.columns, values, strict=True)
        ]
        for values in rows.values
    ]
