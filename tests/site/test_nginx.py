"""The configuration that ships, in a real nginx: it says what our own server says, of the same files."""

import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from pytest_django import Settings
from tests.cases.chronicle.scene import told_case
from tests.cli.running import free_port
from tests.delivery.scene import open_action
from tests.patience import PATIENCE
from tests.public.stored.wsgi import ask

from tocsin.cli.port import wait_until_open
from tocsin.public.render import keep_pages
from tocsin.site.nginx import configuration

pytestmark = pytest.mark.django_db
NGINX = "/usr/sbin/nginx"
ADDRESSES = [
    "/", "/feed", "/a/strike-in-aktau", "/a/strike-in-aktau?from=a-leaflet", "/c/dockers", "/c/dockers/chronicle",
    "/c/dockers/chronicle?print=1", "/c/dockers/chronicle?page=1",
]  # fmt: skip
# What the server itself adds, and how it counts or holds the line.
OF_THE_SERVER = {"server", "date", "connection", "transfer-encoding"}
Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def port(settings: Settings, tmp_path: Path, speaking: Callable[..., None]) -> Iterator[int]:
    """An nginx with the configuration that we ship, for pages of an action and a case."""
    speaking("en", "ar", "nb")
    port = free_port()
    settings.PUBLIC_URL = f"http://127.0.0.1:{port}"
    settings.PAGES_FOLDER = tmp_path / "pages"
    open_action()
    told_case()
    keep_pages({})
    (tmp_path / "nginx.conf").write_text(_whole(configuration(9), tmp_path))
    for folder in (tmp_path, settings.PAGES_FOLDER):
        folder.chmod(0o755)
    command = [NGINX, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf"), "-e", str(tmp_path / "faults")]
    subprocess.run([*command, "-t"], check=True)
    running = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        assert wait_until_open("127.0.0.1", port, threading.Event(), lambda: None)
        yield port
    finally:
        running.terminate()
        running.wait(10)
        shutil.rmtree(tmp_path / "pages")


def _whole(site: str, folder: Path) -> str:
    """As Debian's own file includes it; run by whoever runs the test."""
    kept = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in ("proxy", "fastcgi", "uwsgi", "scgi"))
    return (
        f"user root; pid {folder}/pid; worker_processes 1; events {{ }}\n"
        f"http {{ client_body_temp_path {folder}/body; {kept}\n{site}}}\n"
    )


def by_nginx(port: int, address: str, method: str = "GET", **headers: str) -> Answer:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request(method, address, headers={"Accept-Encoding": "identity", **headers})
    answer = connection.getresponse()
    told = answer.status, _together(answer.getheaders()), answer.read()
    connection.close()
    return told


def _together(headers: list[tuple[str, str]]) -> dict[str, str]:
    """By their names in small letters; those of one name joined, and the parts of a list sorted."""
    joined: dict[str, list[str]] = {}
    for name, value in headers:
        parts = value.split("; ") if "Policy" in name else value.split(", ") if name == "Vary" else [value]
        joined.setdefault(name.lower(), []).extend(parts)
    return {name: ", ".join(sorted(parts)) for name, parts in joined.items() if name not in OF_THE_SERVER}


def by_us(address: str, method: str = "GET", **headers: str) -> Answer:
    status, told, body = ask(address, method, **headers)
    return status, _together(list(told.items())), body


def test_it_says_what_we_say(port: int) -> None:
    for address in ADDRESSES:
        for headers in ({}, {"Accept-Encoding": "gzip"}, {"Accept-Language": "en-GB,en;q=0.8"}):
            assert by_nginx(port, address, **headers) == by_us(address, **headers), (address, headers)
        tag, time = (by_us(address)[1][name] for name in ("etag", "last-modified"))
        for asked in ({"If-None-Match": tag}, {"If-Modified-Since": time}):
            answers = by_nginx(port, address, **asked), by_us(address, **asked)
            assert [(status, told["etag"], body) for status, told, body in answers] == [(304, tag, b"")] * 2
        status, told, body = by_nginx(port, address, "HEAD")
        assert (status, told, body) == by_us(address, "HEAD")


def test_it_tells_languages_apart_as_we_do(port: int) -> None:
    """By the address, else by the first that the browser likes; where that is none of ours, the site behind is asked."""
    for address in ("/ar/", "/ar/a/strike-in-aktau", "/en/c/dockers/chronicle", "/a/strike-in-aktau"):
        for liked in ("en", "ar-EG,ar;q=0.9", "no"):
            headers = {"Accept-Language": liked}
            assert by_nginx(port, address, **headers) == by_us(address, **headers), (address, liked)
    assert by_nginx(port, "/", **{"Accept-Language": "sv,ar;q=0.5"})[0] == 502
    assert by_nginx(port, "/fr/")[0] == 502


def test_what_is_no_file_goes_to_the_site_behind(port: int) -> None:
    """Which does not run here."""
    missing = [
        "/c/dockers/chronicle?what=status",
        "/safety",
        "/a/nothing",
        "/front/en.html",
        "/a/strike-in-aktau/counts",
    ]
    assert [by_nginx(port, address)[0] for address in missing] == [502] * len(missing)


def test_the_desk_alone_takes_what_many_files_weigh(port: int) -> None:
    """Anybody else is refused before the site is asked, which does not run here."""
    told = {}
    for address in ("/desk/inbox/", "/mail-replies"):
        connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
        connection.request("POST", address, body=bytes(13 * 2**20))
        told[address] = connection.getresponse().status
        connection.close()
    assert told == {"/desk/inbox/": 502, "/mail-replies": 413}


def test_nobody_who_asked_is_written_down(port: int, tmp_path: Path) -> None:
    for address in ("/", "/a/nothing"):
        by_nginx(port, address)
    written = [path for path in tmp_path.rglob("*") if path.is_file() and b"127.0.0.1," in path.read_bytes()]
    assert written == []
    assert not list(tmp_path.rglob("*access*"))
