"""A test's rows taken out of PostgreSQL: TRUNCATE, Django's way, writes a file for each table, a second a test."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

# Neither triggers nor references look on: what is emptied is emptied whole.
BLIND = "SET LOCAL session_replication_role = replica"


def empty_by_rows(connection: BaseDatabaseWrapper) -> None:
    """From now on; the role of the tests' cluster may do everything."""

    def sql_flush(style: Any, tables: list[str], **options: Any) -> list[str]:
        names = map(connection.ops.quote_name, tables)
        return ["; ".join([BLIND, *(f"DELETE FROM {name}" for name in names)])]

    connection.ops.sql_flush = sql_flush
