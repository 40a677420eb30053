"""A kept page as an answer, by the short way and by Django's: the same, and without the database."""

import gzip
import shutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries, Settings
from tests import cast
from tests.cases.chronicle.scene import told_case
from tests.delivery.scene import Scene, open_action
from tests.public.stored.wsgi import Answer, ask

from tocsin.actions.models import CalledDay
from tocsin.cases.edit import edit_case
from tocsin.cases.models import Case
from tocsin.public.render import keep_pages
from tocsin.public.stored.settle import settle_pictures
from tocsin.site.urls_public import urlpatterns

pytestmark = pytest.mark.django_db
# Every address that is a file, by the name of its route.
KEPT = {
    "home": ["/"],
    "feed": ["/feed"],
    "action": ["/a/strike-in-aktau", "/a/strike-in-aktau?from=a-leaflet"],
    "gatherings": ["/a/strike-in-aktau/gatherings", "/a/strike-in-aktau/gatherings?page=1"],
    "gatherings_calendar": ["/a/strike-in-aktau/gatherings.ics"],
    "action_feed": ["/a/strike-in-aktau/feed"],
    "picture": ["/a/strike-in-aktau/en.png"],
    "organisations": ["/a/strike-in-aktau/organisations"],
    "messages": ["/a/strike-in-aktau/messages"],
    "case": ["/c/dockers"],
    "chronicle": ["/c/dockers/chronicle", "/c/dockers/chronicle?print=1", "/c/dockers/chronicle?page=1"],
}
ADDRESSES = [address for addresses in KEPT.values() for address in addresses]


@pytest.fixture(scope="module")
def made(once: None) -> Scene:
    told_case()
    scene = open_action()
    scene.action.asks.create(kind="sign_on")
    scene.action.messages.create(
        text="With you.", first_name="Anna", country="NO", language="en", state="shown"
    )
    CalledDay.objects.create(
        action=scene.action, first_day="2095-06-08", last_day="2095-06-08", words="Come."
    )
    return scene


@pytest.fixture(scope="module")
def kept(made: Scene, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages as they are rendered: each test gets a copy of the files."""
    folder = tmp_path_factory.mktemp("kept")
    with override_settings(PAGES_FOLDER=folder):
        keep_pages({})
        settle_pictures("strike-in-aktau")
    return folder


@pytest.fixture
def scene(made: Scene, db: None) -> Scene:
    return made


@pytest.fixture(autouse=True)
def _pages(kept: Path, db: None, settings: Settings) -> Iterator[None]:
    """What Django does around a request of its own would close the connection of the test."""
    shutil.copytree(kept, settings.PAGES_FOLDER)
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def by_django(address: str, method: str = "GET", **headers: str) -> Answer:
    answer = Client().generic(method, address, headers=headers)
    return answer.status_code, dict(answer.headers), answer.content


def test_these_routes_are_files_and_no_others() -> None:
    dynamic = {
        "write", "ways", "not_working", "send", "check_mailbox", "letter_eml", "letter_pdf", "letter_print", "handed_over",
        "thanks", "whose_offices", "offices_of", "confirm", "relay", "mail_events", "safety", "privacy", "legal", "robots",
        "host_gathering", "host_asked", "host", "gathering", "gathering_calendar", "gathering_poster",
        "sign_on", "sign_on_taken", "sign_on_confirm", "own_endorsement",
        "organisation_letter", "office_answer", "message", "message_taken", "cell_note", "no_more", "translate", "called", "mail_replies",
        "short", "embed", "embed_script", "on_your_site",
        "follow", "follow_asked", "follow_confirm", "leave",
    }  # fmt: skip
    assert {str(route.name) for route in urlpatterns} == {*KEPT, *dynamic}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("way", [ask, by_django])
def test_a_read_asks_nothing_of_the_database_and_sets_no_cookie(
    address: str, way: object, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        status, headers, body = way(address)
    assert (status, "Set-Cookie" in headers, len(body) > 200) == (200, False, True)


@pytest.mark.parametrize("path", ["/safety", "/privacy", "/legal", "/robots.txt", "/offices/"])
def test_nor_do_the_pages_that_only_tell(
    path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert by_django(path)[0] == 200


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("headers", [{}, {"Accept-Encoding": "gzip, br"}, {"Accept-Language": "ru, *;q=0.5"}])
def test_the_short_way_says_what_django_says(address: str, headers: dict[str, str]) -> None:
    short, long = ask(address, **headers), by_django(address, **headers)
    assert _plain(short) == _plain(long)


def _plain(answer: Answer) -> Answer:
    """django-csp writes its directives in any order."""
    status, headers, body = answer
    policy = "; ".join(sorted(headers["Content-Security-Policy"].split("; ")))
    return status, headers | {"Content-Security-Policy": policy}, body


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_browser_that_has_it_is_told_so(address: str) -> None:
    _, headers, _ = ask(address)
    for asked in (
        {"If-None-Match": headers["ETag"]},
        {"If-None-Match": f'"other", W/{headers["ETag"]}'},
        {"If-None-Match": "*"},
        {"If-Modified-Since": headers["Last-Modified"]},
    ):
        status, told, body = ask(address, **asked)
        assert (status, body, told["ETag"], told["Vary"]) == (
            HTTPStatus.NOT_MODIFIED, b"", headers["ETag"], "Accept-Language, Accept-Encoding",
        )  # fmt: skip
        assert "Content-Length" not in told


@pytest.mark.parametrize(
    "asked",
    [
        {"If-None-Match": '"other"'},
        {"If-Modified-Since": "Sat, 01 Jan 2011 00:00:00 GMT"},
        {"If-Modified-Since": "not a day"},
    ],
)
def test_one_that_has_another_gets_the_page(asked: dict[str, str]) -> None:
    assert ask("/c/dockers", **asked)[0] == 200


def test_a_tag_counts_more_than_a_time() -> None:
    _, headers, _ = ask("/c/dockers")
    asked = {"If-None-Match": '"other"', "If-Modified-Since": headers["Last-Modified"]}
    assert ask("/c/dockers", **asked)[0] == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_tells_the_same_without_the_page(address: str) -> None:
    status, headers, body = ask(address)
    assert ask(address, "HEAD") == (status, headers, b"")
    assert int(headers["Content-Length"]) == len(body)


def test_compressed_it_is_the_same_page_under_another_tag() -> None:
    _, plain, body = ask("/c/dockers")
    _, packed, small = ask("/c/dockers", **{"Accept-Encoding": "gzip"})
    assert gzip.decompress(small) == body
    assert (packed["Content-Encoding"], int(packed["Content-Length"])) == ("gzip", len(small))
    assert packed["ETag"] != plain["ETag"]
    assert len(small) < len(body) / 2


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_page_is_only_read(method: str) -> None:
    assert {ask(address, method)[0] for address in ADDRESSES} == {403}  # without the token of a form


@pytest.mark.parametrize(
    "path",
    ["/a/", "/a/%2e%2e", "/a/../front", "/a/strike-in-aktau/en.html", "/c/dockers/counts", "/a/" + "x" * 300],
)
def test_nothing_else_is_reached(path: str) -> None:
    assert ask(path)[0] == 404


def test_a_chronicle_that_was_narrowed_down_asks_the_database_once(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ask("/c/dockers/chronicle?what=incident")
    with django_assert_num_queries(0):
        for query in ("what=incident", "source=1", "from=2015-01-01&print=1", "page=9", "what=no-such"):
            status, _, body = ask(f"/c/dockers/chronicle?{query}")
            assert status == (422 if "no-such" in query else 200)
            assert b"Dockers of Riga" in body


def test_what_was_remembered_goes_with_the_page(scene: Scene) -> None:
    case = Case.objects.get(slug="dockers")
    cast.put_on(case, "Petra")
    address = "/c/dockers/chronicle?what=incident"
    assert b"Dockers of Riga" in ask(address)[2]
    edit_case(case, "Another title", "LV", "", cast.member("Petra"))
    body = ask(address)[2]
    assert b"Another title" in body
    assert b"Dockers of Riga" not in body
