"""What every test may ask for."""

import gc
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from django.conf import settings as installed
from django.db import connection, transaction
from django.test import Client
from django.urls import clear_url_caches
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker, Settings
from xdist.remote import Producer

from tocsin.actions.models import Action
from tocsin.look.languages import liked
from tocsin.members.append_only import without_keeping
from tocsin.members.models import Member
from tocsin.site.catalogues import SPOKEN

from . import cast
from .actions.stage import draft_of
from .emptied import empty_by_rows
from .laid_out import installation, laid_out_in
from .on_postgresql import WITHOUT_STORAGE, could_differ, is_only_there, touches_storage
from .small_counts import left_out
from .workers import OneSiteOneWorker

# A change is held to the same few examples each time; `make soak` draws new ones, a thousand a test.
# That a machine is slow is no fault of what it tests.
PATIENT = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("same", derandomize=True, max_examples=40, **PATIENT)
settings.register_profile("new", max_examples=1_000, **PATIENT)
settings.load_profile("same")


@pytest.fixture(scope="session")
def django_db_modify_db_settings_xdist_suffix(request: pytest.FixtureRequest) -> None:
    """PostgreSQL databases get a name a worker; SQLite needs none, each worker having its own data folder."""
    worker = getattr(request.config, "workerinput", {}).get("workerid")
    if worker and os.environ.get("TOCSIN_DATABASE_URL"):
        from pytest_django.fixtures import _set_suffix_to_test_databases

        _set_suffix_to_test_databases(suffix=worker)


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database, to be copied (`installation`): the same file for all processes of a run."""
    folder = tmp_path_factory.getbasetemp()
    return laid_out_in(folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder)


@pytest.fixture
def fresh(laid_out: Path, tmp_path: Path) -> Path:
    """The data folder of an installation that was set up and never used."""
    return installation(laid_out, tmp_path / "data")


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """On SQLite the tests begin with a copy; on PostgreSQL with the template that tests/postgres.py has made."""
    return "TOCSIN_DATABASE_URL" not in os.environ


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, django_db_keepdb: bool, request: pytest.FixtureRequest
) -> None:
    if django_db_keepdb:
        shutil.copy(request.getfixturevalue("laid_out"), installed.DATABASES["default"]["NAME"])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """The database of the tests, which may be emptied between them: the audit trail too."""
    with django_db_blocker.unblock(), connection.cursor() as cursor:
        for statement in without_keeping(connection.vendor):
            cursor.execute(statement)
        if connection.vendor == "postgresql":
            empty_by_rows(connection)


@pytest.fixture(scope="module")
def once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The database for what a module makes once; what a test changes is undone after it, the rest after the module.

    Not in a module where a test commits (`transaction=True`).
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def drafted(once: None) -> int:
    return draft_of(cast.member("Rustam")).pk


@pytest.fixture
def draft(drafted: int, db: None) -> Action:
    """Rustam’s draft of an action (tests/actions/stage.py), made once a module, as it takes a third of a second."""
    return Action.objects.get(pk=drafted)


@pytest.fixture
def django_capture_on_commit_callbacks(
    django_capture_on_commit_callbacks: Callable[..., AbstractContextManager[list[object]]],
) -> Callable[..., AbstractContextManager[list[object]]]:
    """As pytest-django's; what a test did before had commits of its own, which are over."""

    def capture(**options: bool) -> AbstractContextManager[list[object]]:
        connection.run_on_commit.clear()
        return django_capture_on_commit_callbacks(**options)

    return capture


def pytest_sessionstart(session: pytest.Session) -> None:
    """The first process of a run makes the database while all of them gather the tests: nobody waits for it afterwards."""
    if os.environ.get("PYTEST_XDIST_WORKER") == "gw0" and "TOCSIN_DATABASE_URL" not in os.environ:
        Thread(target=laid_out_in, args=[Path(session.config.getoption("basetemp")).parent]).start()


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneSiteOneWorker:
    return OneSiteOneWorker(config, log)


def pytest_itemcollected(item: pytest.Item) -> None:
    if "journeys" in item.path.parts:
        item.add_marker(pytest.mark.journey)
    if could_differ(item):
        item.add_marker(pytest.mark.postgresql)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """True for what is passed over. On PostgreSQL that is the library that knows no storage."""
    on_postgresql = "TOCSIN_DATABASE_URL" in os.environ
    return (on_postgresql and collection_path.name in WITHOUT_STORAGE) or None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What takes long begins first. On PostgreSQL only what touches storage runs: the rest would show nothing new.

    What is about PostgreSQL alone runs nowhere else.
    """
    on_postgresql = "TOCSIN_DATABASE_URL" in os.environ
    for item in left_out(items, on_postgresql):
        item.add_marker(pytest.mark.full)
    items.sort(key=lambda item: not (item.get_closest_marker("journey") or item.get_closest_marker("long")))
    kept, left = list[pytest.Item](), list[pytest.Item]()
    for item in items:
        runs = touches_storage(item) if on_postgresql else not is_only_there(item)
        (kept if runs else left).append(item)
    config.hook.pytest_deselected(items=left)
    items[:] = kept


def pytest_collection_finish() -> None:
    """What was collected stays to the end: looking through all of it for what is left over took a tenth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000)


@pytest.fixture(autouse=True)
def _pages_of_its_own(settings: Settings) -> None:
    """A folder of pages for each test, made when the first is rendered: its rows begin anew, and so must its files."""
    settings.PAGES_FOLDER = settings.DATA / "pages" / uuid4().hex


@pytest.fixture
def speaking(settings: Settings) -> Iterator[Callable[..., None]]:
    """`speaking("en", "ar")`: the site speaks these languages, the first to whoever likes none."""

    def speak(*codes: str) -> None:
        settings.LANGUAGES = [(code, SPOKEN[code]) for code in codes]
        settings.LANGUAGE_CODE = codes[0]
        liked.cache_clear()
        clear_url_caches()

    yield speak
    liked.cache_clear()
    clear_url_caches()


@pytest.fixture
def dana(db: None) -> Member:
    return cast.member("Dana")


@pytest.fixture
def rustam(db: None) -> Member:
    return cast.member("Rustam")


@pytest.fixture
def petra(db: None) -> Member:
    return cast.member("Petra")


@pytest.fixture
def ada(db: None) -> Member:
    return cast.member("Ada")


@pytest.fixture
def dana_at_desk(db: None) -> Client:
    return cast.desk_client("Dana")


@pytest.fixture
def rustam_at_desk(db: None) -> Client:
    return cast.desk_client("Rustam")


@pytest.fixture
def petra_at_desk(db: None) -> Client:
    return cast.desk_client("Petra")


@pytest.fixture
def ada_at_desk(db: None) -> Client:
    return cast.desk_client("Ada")
