"""What was erased stands in no file of the database an hour later, though connections stay open."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tocsin.jobs.models import Job
from tocsin.jobs.tidy import tidy

CANARY = "olga-the-canary@mail.example"
pytestmark = pytest.mark.django_db(transaction=True)


def _stands_in_a_file() -> bool:
    file = Path(settings.DATABASES["default"]["NAME"])
    return any(CANARY.encode() in path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


@pytest.mark.sqlite
def test_the_journal_is_emptied_by_the_hour() -> None:
    job = Job.objects.create(kind="letters.count", payload={"to": CANARY})
    assert _stands_in_a_file()
    job.delete()
    assert _stands_in_a_file()
    tidy({})
    assert not _stands_in_a_file()


def test_a_connection_is_kept_from_one_request_to_the_next() -> None:
    """To open one, SQLite reads the whole schema: that took longer than most pages."""
    connection.close()
    connection.ensure_connection()
    first = connection.connection
    connection.close_if_unusable_or_obsolete()
    assert (connection.connection is first) == (connection.vendor == "sqlite")
