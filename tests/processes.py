"""Our own programs in processes of their own, on the database of the running test."""

import os
import subprocess
import sys
from urllib.parse import quote

from django.conf import settings
from django.db import connection


def environment(**more: str) -> dict[str, str]:
    """For a child that works on the same data as this test; use it with `transaction=True` tests only."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TOCSIN_")}
    ours = {
        "DJANGO_SETTINGS_MODULE": "tocsin.site.settings",
        "TOCSIN_DATA": str(settings.DATA),
        "TOCSIN_PAGES": str(settings.PAGES_FOLDER),
        "TOCSIN_SECRET_KEY": settings.SECRET_KEY,
        "PYTHONUNBUFFERED": "1",
    }
    return {**kept, **ours, **_database(), **more}


def python(program: str, **more: str) -> subprocess.Popen[str]:
    """Runs Python source in a child; its output can be read line by line."""
    return subprocess.Popen(
        [sys.executable, "-c", program],
        env=environment(**more),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _database() -> dict[str, str]:
    return {} if connection.vendor == "sqlite" else {"TOCSIN_DATABASE_URL": database_url()}


def database_url() -> str:
    """Of the running test, on PostgreSQL."""
    at = connection.settings_dict
    return f"postgresql://{at['USER']}@{at['HOST']}:{at['PORT']}/{quote(str(at['NAME']))}"
