"""The database goes away under a working site and a working worker, and comes back: everybody is told, and all goes on by itself."""

import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import DatabaseError, connection
from tests import postgres
from tests.patience import PATIENCE, wait_for_all, wait_until
from tests.small_disk import small_disk

from tocsin.delivery.models import Delivery, DeliveryState

from .leaving import letters_taken
from .mail_server import Noted, mail_server
from .running import Crowd, Site, site, worker
from .scene import Scene

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.only_postgresql,
    pytest.mark.long,
]
Away = Callable[[], AbstractContextManager[None]]


@contextmanager
def cut_off() -> Iterator[None]:
    """As if it were stopped, for the database of this test alone: others run beside it."""
    at, name = connection.settings_dict, str(connection.settings_dict["NAME"])
    connection.close()
    where = {"host": at["HOST"], "port": at["PORT"], "user": at["USER"], "dbname": "postgres"}
    with psycopg.connect(**where, autocommit=True) as beside:
        beside.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        beside.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        try:
            yield
        finally:
            beside.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')


def its_data() -> Path:
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        data = Path(cursor.fetchone()[0])
    connection.close()
    return data


@contextmanager
def stopped(how: str) -> Iterator[None]:
    data = its_data()
    postgres.stop(data, how)
    try:
        yield
    finally:
        postgres.start(data)


@contextmanager
def restarted() -> Iterator[None]:
    with stopped("fast"):
        yield


@contextmanager
def crashed() -> Iterator[None]:
    with stopped("immediate"):
        yield


@contextmanager
def log_full() -> Iterator[None]:
    """Where its log finds no more room, PostgreSQL ends itself; somebody makes room, and starts it again."""
    data = its_data()
    stands = sum(piece.stat().st_size for piece in (data / "pg_wal").glob("*"))
    megabytes = stands // 2**20 + 16
    with small_disk(megabytes, user=postgres.plain_user()) as disk, log_on(disk.path, data):
        disk.fill()
        wait_until(lambda: not written(2**20) and not (data / "postmaster.pid").exists())
        try:
            yield
        finally:
            disk.empty()
            postgres.start(data)


@contextmanager
def log_on(small: Path, data: Path) -> Iterator[None]:
    log = data / "pg_wal"
    postgres.stop(data)
    moved(log, small)
    log.symlink_to(small / log.name)
    postgres.start(data)
    try:
        yield
    finally:
        postgres.stop(data)
        log.unlink()
        moved(small / log.name, data)
        postgres.start(data)


def moved(folder: Path, into: Path) -> None:
    """By the cluster's own user: nobody else may make anything on the small disk."""
    subprocess.run(["mv", folder, into], user=postgres.plain_user(), cwd="/", check=True)


def written(letters: int) -> bool:
    """Whether the log took so many more."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_logical_emit_message(false, 'more', repeat('x', %s))", [letters])
    except DatabaseError:
        connection.close()
        return False
    return True


@pytest.mark.parametrize(
    ("away", "letters"),
    [
        (cut_off, 20),
        pytest.param(restarted, 2_000, marks=pytest.mark.soak),
        pytest.param(crashed, 2_000, marks=pytest.mark.soak),
        pytest.param(log_full, 2_000, marks=pytest.mark.soak),
    ],
)
def test_everything_goes_on_by_itself(scene: Scene, away: Away, letters: int) -> None:
    tokens = letters_taken(scene, letters)
    with (
        mail_server(into=Noted()) as postbox,
        site() as running,
        worker(postbox.url) as working,
        Crowd(running) as crowd,
    ):
        assert isinstance(postbox, Noted)
        crowd.join(tokens[: letters // 2])
        wait_until(lambda: len(postbox.came) >= letters // 5)
        with away():
            assert told(running, tokens[-1]) == (503, True)
            crowd.join(tokens[letters // 2 :])
        wait_for_all(lambda: len(crowd.heard), letters)
        wait_for_all(Delivery.objects.filter(state=DeliveryState.ACCEPTED).count, letters)
        assert (working.poll(), running.process.poll()) == (None, None), "nobody had to start them again"
    names = postbox.names()
    assert {len(ids) for ids in names.values()} == {1}
    assert set.union(*names.values()) == set(Delivery.objects.values_list("message_id", flat=True))
    print(f"{letters} letters, {len(postbox.came) - letters} repeated")


def told(running: Site, token: str) -> tuple[int, bool]:
    """What somebody sees who looks at her link meanwhile: the status, and whether it is a page in plain words."""
    try:
        with urllib.request.urlopen(f"{running.origin}/confirm/{token}", timeout=PATIENCE) as response:
            return response.status, False
    except urllib.error.HTTPError as refusal:
        return refusal.code, b"Nothing can be stored just now" in refusal.read()
