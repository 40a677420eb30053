"""The next number of a table's rows: no number is given twice, not even that of a row which is gone."""

from django.db import connections
from django.db.models import AutoField, BigAutoField, Model, SmallAutoField


def highest_given(model: type[Model], alias: str) -> int | None:
    """The highest number that the database has ever given in this table; None where it gives none."""
    key = model._meta.pk
    if not isinstance(key, AutoField | BigAutoField | SmallAutoField):
        return None
    with connections[alias].cursor() as cursor:
        if connections[alias].vendor == "postgresql":
            asked = "SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, %s)::regclass)"
            cursor.execute(asked, [f'"{model._meta.db_table}"', key.column])
        else:
            cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [model._meta.db_table])
        row = cursor.fetchone()
    return row[0] if row else None


def go_on_after(model: type[Model], number: int, alias: str) -> None:
    table, key = model._meta.db_table, model._meta.pk.column
    with connections[alias].cursor() as cursor:
        if connections[alias].vendor == "postgresql":
            cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [f'"{table}"', key, number])
            return
        cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [table])
        cursor.execute("INSERT INTO sqlite_sequence(name, seq) VALUES (%s, %s)", [table, number])
