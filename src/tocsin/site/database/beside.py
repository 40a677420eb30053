"""A second database beside our own: the one that is copied from."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections

from tocsin.site import environment

SOURCE = "source"


def open_beside(url: str, folder: Path) -> None:
    """As `SOURCE`: PostgreSQL at `url`, or where that is empty SQLite in `folder`.

    One transaction on it sees one moment: SQLite lets nobody write meanwhile, PostgreSQL keeps what it saw.
    """
    wanted = _snapshots(environment.postgresql(url)) if url else environment.sqlite(folder)
    both = {**settings.DATABASES, SOURCE: wanted}
    connections.settings = connections.configure_settings(both)


def _snapshots(database: dict[str, Any]) -> dict[str, Any]:
    from psycopg import IsolationLevel

    return {**database, "OPTIONS": {"isolation_level": IsolationLevel.REPEATABLE_READ}}
