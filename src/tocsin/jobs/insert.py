"""One row by one statement, without the ceremony of the ORM: for what a bench says must be quick."""

from functools import cache
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import AutoField, CharField, Field, ForeignKey, IntegerField, Model, TextField

# Texts and whole numbers go into these as they are; every other value is put as the field says.
_TAKE_PLAIN, _PLAIN = (CharField, TextField, IntegerField, ForeignKey), frozenset([str, int, type(None)])


class Column:
    """A field, and what is stored where nothing is given: the model's default, made anew each time where it says so."""

    def __init__(self, field: "Field[Any, Any]") -> None:
        self.field, self.name = field, str(field.attname)
        self._takes_plain = isinstance(field, _TAKE_PLAIN)
        self._is_made_anew = callable(field.default)
        self._default = None if self._is_made_anew else self._stored(field.get_default(), _database())

    def value(self, given: dict[str, object], database: BaseDatabaseWrapper) -> Any:
        if self.name in given:
            return self._stored(given[self.name], database)
        return self._stored(self.field.get_default(), database) if self._is_made_anew else self._default

    def _stored(self, value: object, database: BaseDatabaseWrapper) -> Any:
        if self._takes_plain and type(value) in _PLAIN:
            return value
        return self.field.get_db_prep_save(value, database)


def insert(model: type[Model], **given: object) -> int:
    """Stores a row and gives its key. Fields that are not given get the model's defaults; no signal is sent.

    A foreign key is given as `name_id`. Raises what the database raises.
    """
    database = _database()
    columns, statement = _statement(model, database.vendor)
    values = [column.value(given, database) for column in columns]
    with database.cursor() as cursor:
        cursor.execute(statement, values)
        return int(cursor.fetchone()[0])


def _database() -> BaseDatabaseWrapper:
    """The connection itself: what stands for it looks it up anew at each word."""
    return connections[DEFAULT_DB_ALIAS]


@cache
def _statement(model: type[Model], vendor: str) -> tuple[tuple[Column, ...], str]:
    """Named by the model itself; what comes from outside goes in as parameters."""
    fields = tuple(field for field in model._meta.concrete_fields if not isinstance(field, AutoField))
    quoted = connection.ops.quote_name
    columns = ", ".join(quoted(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    table, key = quoted(model._meta.db_table), quoted(str(model._meta.pk.column))
    words = ("INSERT INTO", table, f"({columns}) VALUES ({places}) RETURNING", key)
    return tuple(map(Column, fields)), " ".join(words)
