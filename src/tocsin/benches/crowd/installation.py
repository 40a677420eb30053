"""An installation of its own for one bench: an empty database that is gone afterwards. Yours is never touched."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

_NOT_OURS = ("TOCSIN_SMTP_URL", "TOCSIN_ONLINE", "TOCSIN_AUDIT_WITNESS", "TOCSIN_SECOND_OPINION")


class CannotMeasure(Exception):
    """A sentence for whoever asked for the bench."""


@contextmanager
def own_installation() -> Iterator[str]:
    """SQLite in a temporary folder, or a database beside the one that TOCSIN_DATABASE_URL names; gives its kind.

    Has to come before anything else in the process loads Django. Raises CannotMeasure.
    """
    with tempfile.TemporaryDirectory(prefix="tocsin-bench-") as folder, _own_database():
        for name in _NOT_OURS:
            os.environ.pop(name, None)
        os.environ |= {"TOCSIN_DATA": folder, "DJANGO_SETTINGS_MODULE": "tocsin.site.settings"}
        import django

        django.setup()
        from django.db import connection

        from tocsin.site.database.tables import bring_up

        try:
            bring_up()
            yield connection.vendor
        finally:
            _leave()


@contextmanager
def _own_database() -> Iterator[None]:
    """On PostgreSQL a database of its own on the same server, for as long as the bench runs."""
    url = os.environ.get("TOCSIN_DATABASE_URL", "").strip()
    if not url:
        yield
        return
    import psycopg

    name = f"tocsin_bench_{os.getpid()}"
    try:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}")
    except psycopg.Error as fault:
        raise CannotMeasure(
            f"The bench needs a database of its own beside the one of TOCSIN_DATABASE_URL: {fault}".strip()
        ) from None
    try:
        os.environ["TOCSIN_DATABASE_URL"] = urlsplit(url)._replace(path=f"/{name}").geturl()
        yield
    finally:
        os.environ["TOCSIN_DATABASE_URL"] = url
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def _leave() -> None:
    from django.db import connection

    connection.close()
    close_pool = getattr(connection, "close_pool", None)
    if close_pool:
        close_pool()
