"""The disk runs full under a working site and a working worker: everybody is told, nothing is lost, and all goes on by itself."""

import html
import secrets
import shutil
import subprocess
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from pytest_django import Settings
from tests.cli.running import TOCSIN
from tests.patience import PATIENCE, wait_for_all, wait_until
from tests.postgres import plain_user
from tests.processes import environment
from tests.public.stamped import solved, stamp
from tests.small_disk import SmallDisk, small_disk

from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.public.against_abuse.stamp import Where
from tocsin.site.backup.database_file import copy_file

from .leaving import letters_taken
from .mail_server import Noted, mail_server
from .running import Crowd, Site, site, worker
from .scene import SUBJECT, open_action

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
MEGABYTES = 96  # the tables of an installation take up to thirty, on PostgreSQL
SEND = "/a/strike-in-aktau/send"


@contextmanager
def on_a_small_disk(settings: Settings) -> Iterator[tuple[SmallDisk, list[str]]]:
    """What was stored lies there, and what begins a command on it; where it was before again in the end."""
    on_sqlite = connection.vendor == "sqlite"
    with small_disk(MEGABYTES, user=None if on_sqlite else plain_user()) as disk:
        if on_sqlite:
            with _data_on(disk, settings):
                yield disk, disk.within
        else:
            with _tables_on(disk):
                yield disk, []


@contextmanager
def _data_on(disk: SmallDisk, settings: Settings) -> Iterator[None]:
    """The whole data folder. This process sees nothing of it until the end."""
    here, there = Path(connection.settings_dict["NAME"]), disk.path
    aside = here.with_name("aside.sqlite3")
    connection.close()
    # SQLite follows every link by hand, and finds no way there.
    copy_file(here, aside)
    shutil.move(aside, there / here.name)
    was = settings.DATA, settings.PAGES_FOLDER
    settings.DATA = disk.INSIDE
    settings.PAGES_FOLDER = settings.DATA / "pages"
    try:
        yield
    finally:
        settings.DATA, settings.PAGES_FOLDER = was
        connection.close()
        # Looked through from end to end on its way.
        for path in there.glob(f"{here.name}*"):
            shutil.copy(path, aside.with_name(path.name.replace(here.name, aside.name)))
        for ending in ("", "-wal", "-shm"):
            here.with_name(here.name + ending).unlink(missing_ok=True)
        copy_file(aside, here)


@contextmanager
def _tables_on(disk: SmallDisk) -> Iterator[None]:
    """PostgreSQL keeps its log elsewhere: where that is full, it ends (test_database_restarted.py)."""
    _moved("small", f"CREATE TABLESPACE small LOCATION '{disk.path}'")
    try:
        yield
    finally:
        _moved("pg_default")
        _moved("pg_default", "DROP TABLESPACE small")


def _moved(to: str, before: str = "") -> None:
    at, name = connection.settings_dict, str(connection.settings_dict["NAME"])
    connection.close()
    where = {"host": at["HOST"], "port": at["PORT"], "user": at["USER"], "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as beside:
        if before:
            beside.execute(before)
        beside.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        beside.execute(f'ALTER DATABASE "{name}" SET TABLESPACE {to}')


@pytest.mark.parametrize("letters", [20, pytest.param(2_000, marks=pytest.mark.soak)])
def test_everything_goes_on_by_itself(settings: Settings, letters: int) -> None:
    scene = open_action()
    tokens = letters_taken(scene, letters)
    newcomers = letters_of_newcomers(Where(scene.action.pk, "NO", scene.to(scene.london)))
    taken = []
    with mail_server(into=Noted()) as postbox, on_a_small_disk(settings) as (disk, within):
        assert isinstance(postbox, Noted)
        with site(within) as running, worker(postbox.url, within) as working, Crowd(running) as crowd:
            crowd.join(tokens[: letters // 2])
            wait_until(lambda: len(postbox.came) >= letters // 5)
            disk.fill()
            # What is there may have room in it for some more.
            for newcomer in newcomers:
                status, page = posted(running, SEND, newcomer)
                if status == 503:
                    break
                taken.append(newcomer["body"])
                disk.fill()
            assert "Your letter is still here" in page
            assert newcomer["body"].splitlines()[0] in page
            status, page = posted(running, f"/confirm/{tokens[-1]}", {})
            assert ("Wait a minute, then try once more." in page) == (status == 503)
            # Whoever only reads notices nothing, also of a page that is no file yet.
            read = ["/", "/a/strike-in-aktau", "/feed", "/safety", f"/confirm/{tokens[-1]}"]
            assert [path for path in read if asked(running, path)[0] != 200] == []
            if within:
                assert "0 MB are left on the disk" in check(within)
            crowd.join(tokens[letters // 2 :])
            disk.empty()
            wait_for_all(lambda: len(crowd.heard), letters)
            wait_for_all(lambda: len(postbox.names()), letters)
            assert (working.poll(), running.process.poll()) == (None, None), "nobody had to start them again"
            assert posted(running, SEND, newcomer)[0] == 200
            taken.append(newcomer["body"])
            working.terminate()
            assert working.wait(PATIENCE) == 0
    names = postbox.names()
    assert {len(ids) for ids in names.values()} == {1}
    accepted = Delivery.objects.filter(state=DeliveryState.ACCEPTED)
    assert set.union(*names.values()) == set(accepted.values_list("message_id", flat=True))
    unconfirmed = Delivery.objects.exclude(pk__in=accepted)
    assert sorted(unconfirmed.values_list("letter__body", flat=True)) == sorted(taken)
    print(f"{letters} letters, {len(postbox.came) - letters} repeated")


def check(within: list[str]) -> str:
    """What `tocsin check` says of the installation."""
    command = [*within, *TOCSIN, "check", "--data", str(settings.DATA)]
    return subprocess.run(command, env=environment(), capture_output=True, text=True, check=False).stdout


def letters_of_newcomers(where: Where) -> Iterator[dict[str, str]]:
    """What their browsers send: each long, and like no other, so that no database has room for it in what is there."""
    to = {"country": "NO", "to": str(where.to.target), "language": "en", "subject": SUBJECT, "website": ""}
    for number in range(500):
        body = f"I am number {number}.\n\n{secrets.token_urlsafe(6_000)}"
        person = {"name": f"Olga {number}", "email": f"olga{number}@supporters.example"}
        yield {**to, **person, "body": body, "stamp": (mark := stamp(where=where)), "solved": solved(mark)}


def posted(running: Site, path: str, form: dict[str, str]) -> tuple[int, str]:
    secret = "c" * 32
    data = urllib.parse.urlencode({**form, "csrfmiddlewaretoken": secret}).encode()
    return asked(running, path, data, {"Cookie": f"csrftoken={secret}"})


def asked(
    running: Site, path: str, data: bytes | None = None, headers: dict[str, str] | None = None
) -> tuple[int, str]:
    request = urllib.request.Request(f"{running.origin}{path}", data=data, headers=headers or {})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:
            return response.status, html.unescape(response.read().decode())
    except urllib.error.HTTPError as refusal:
        return refusal.code, html.unescape(refusal.read().decode())
