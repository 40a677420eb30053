"""Fetching one page: through real sockets to a server of this machine, under names that are handed in."""

import gzip
import socket
import ssl
import threading
from dataclasses import replace
from types import SimpleNamespace

import pytest
from tests.fetching.servers import PUBLIC, Handler, leads_to, page, served

from tocsin.fetching.answer import PAGES
from tocsin.fetching.page import fetch_page
from tocsin.intake.errors import NotFetched, TooLarge, Unreadable

START = "http://appeal.example/a?b=c"
INWARD = [
    "127.0.0.1",
    "10.0.0.1",
    "169.254.169.254",
    "100.64.0.1",
    "::1",
    "fe80::1",
    "::ffff:127.0.0.1",
    "64:ff9b::a00:1",
]


def test_a_page_comes_from_the_address_that_was_judged() -> None:
    with served(page(b"<p>Free them</p>")) as net:
        assert fetch_page(START, net.resolver, net.connector) == (b"<p>Free them</p>", START)
    assert (net.resolved, net.reached) == (["appeal.example"], [(PUBLIC, 80)])


def test_the_request_says_who_asks_and_nothing_else() -> None:
    with served(page()) as net:
        fetch_page(START, net.resolver, net.connector)
    first, *headers = net.asked[0].decode().split("\r\n")
    assert first == "GET /a?b=c HTTP/1.1"
    assert {line.partition(":")[0] for line in headers if line} == {
        "Host", "User-Agent", "Accept", "Accept-Encoding", "Connection",
    }  # fmt: skip
    assert "Host: appeal.example" in headers
    assert "User-Agent: Tocsin" in headers
    assert "Accept-Encoding: identity" in headers


@pytest.mark.parametrize("address", INWARD)
def test_a_name_that_leads_inward_is_never_connected_to(address: str) -> None:
    with (
        served(page(), names={"appeal.example": [address]}) as net,
        pytest.raises(NotFetched, match="private network"),
    ):
        fetch_page(START, net.resolver, net.connector)
    assert net.reached == []


@pytest.mark.parametrize("addresses", [[PUBLIC, "10.0.0.1"], ["10.0.0.1", PUBLIC], [PUBLIC, "::1"]])
def test_one_private_address_among_public_ones_is_enough(addresses: list[str]) -> None:
    with (
        served(page(), names={"appeal.example": addresses}) as net,
        pytest.raises(NotFetched, match="private network"),
    ):
        fetch_page(START, net.resolver, net.connector)
    assert net.reached == []


def test_a_name_that_changes_after_it_was_judged_changes_nothing() -> None:
    """Rebinding: the second look-up would lead inward, and there is none."""
    turns = iter([[PUBLIC], ["127.0.0.1"]])
    with served(page()) as net:
        fetch_page(START, lambda name, port: next(turns), net.connector)
    assert net.reached == [(PUBLIC, 80)]


@pytest.mark.parametrize(
    "target",
    [
        "http://inward.example/", "http://127.0.0.1/", "http://[::1]/", "http://[::ffff:169.254.169.254]/latest/",
        "http://169.254.169.254/latest/meta-data/", "//inward.example/", "http://2130706433/", "http://0x7f.1/",
        "file:///etc/passwd", "http://appeal.example:22/", "http://u:p@appeal.example/", "gopher://appeal.example/",
        "https://localhost/", "http://appeal.example/\\..\\", "ftp://appeal.example/",
    ],
)  # fmt: skip
def test_a_redirect_is_judged_like_the_first_address(target: str) -> None:
    names = {"appeal.example": [PUBLIC], "inward.example": ["10.0.0.1"]}
    names |= {
        literal: [literal] for literal in ("127.0.0.1", "::1", "::ffff:169.254.169.254", "169.254.169.254")
    }
    with (
        served(leads_to(target), page(b"secret"), names=names) as net,
        pytest.raises(NotFetched),
    ):
        fetch_page(START, net.resolver, net.connector)
    assert net.reached == [(PUBLIC, 80)]


@pytest.mark.parametrize("status", ["301 x", "302 x", "303 x", "307 x", "308 x"])
def test_redirects_are_followed_and_the_last_address_is_told(status: str) -> None:
    with served(leads_to("/b", status), leads_to("http://other.example/c#d", status), page(b"there")) as net:
        net.names["other.example"] = ["8.8.8.8"]
        assert fetch_page(START, net.resolver, net.connector) == (b"there", "http://other.example/c")
    assert net.reached == [(PUBLIC, 80), (PUBLIC, 80), ("8.8.8.8", 80)]


def test_a_fourth_redirect_is_not_followed() -> None:
    with (
        served(*[leads_to("/again")] * 4, page()) as net,
        pytest.raises(NotFetched, match="leads on more than 3 times"),
    ):
        fetch_page(START, net.resolver, net.connector)
    assert len(net.reached) == 4


def test_cookies_are_not_kept() -> None:
    with served(page(b"", status="302 Found", Location="/b", Set_Cookie="a=b"), page()) as net:
        fetch_page(START, net.resolver, net.connector)
    assert b"ookie" not in net.asked[1]


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (page(status="404 Not Found"), NotFetched, "answered 404"),
        (page(status="403 Forbidden"), NotFetched, "answered 403"),
        (page(status="206 Partial"), NotFetched, "answered 206"),
        (page(status="302 Found"), NotFetched, "answered 302"),
        (page(kind="image/png"), NotFetched, "sent image/png"),
        (page(kind="application/zip"), NotFetched, "sent application/zip"),
        (page(kind=""), NotFetched, "something of no kind"),
        (page(b"x" * 9, Content_Length=str(2**40)), TooLarge, "5 MB"),
        (page(b"x" * (5 * 2**20 + 1), Content_Length=""), TooLarge, "5 MB"),
        (page(gzip.compress(b"x" * 2**23), Content_Encoding="gzip"), TooLarge, "5 MB"),
        (page(b"x", Content_Encoding="gzip"), NotFetched, "cannot be unpacked"),
        (page(b"x", Content_Encoding="br"), NotFetched, "not asked for"),
        (page(b"short", Content_Length="100"), NotFetched, "broke off"),
        (b"", NotFetched, "did not answer as"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", NotFetched, "did not answer as"),
        (b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 200 + b"\r\n", NotFetched, "did not answer as"),
        (b"HTTP/1.1 200 OK\r\nA: " + b"b" * 70000 + b"\r\n\r\n", NotFetched, "did not answer as"),
        (
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\nzz\r\n",
            NotFetched,
            "did not",
        ),
    ],
)
def test_what_is_no_page_is_said(answer: bytes, error: type[Unreadable], words: str) -> None:
    with (
        served(answer) as net,
        pytest.raises(error, match=words),
    ):
        fetch_page(START, net.resolver, net.connector)


@pytest.mark.parametrize(
    "kind", ["text/html; charset=utf-8", "TEXT/PLAIN", "application/pdf", "message/rfc822"]
)
def test_kinds_that_hold_text_are_taken(kind: str) -> None:
    with served(page(b"words", kind=kind)) as net:
        assert fetch_page(START, net.resolver, net.connector)[0] == b"words"


def test_a_page_that_was_packed_unasked_is_unpacked() -> None:
    with served(page(gzip.compress(b"words"), Content_Encoding="gzip")) as net:
        assert fetch_page(START, net.resolver, net.connector)[0] == b"words"


def test_an_unknown_name_and_a_closed_door_are_said() -> None:
    with (
        served(names={}) as net,
        pytest.raises(NotFetched, match=r"no server appeal\.example"),
    ):
        fetch_page(START, net.resolver, net.connector)

    def closed(address: str, port: int, seconds: float) -> socket.socket:
        raise ConnectionRefusedError

    with pytest.raises(NotFetched, match="did not answer as"):
        fetch_page(START, lambda name, port: [PUBLIC], closed)


def hold(line: socket.socket, _request: bytes) -> None:
    """Says nothing more until the other side hangs up."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
    line.recv(1)


def drip(line: socket.socket, _request: bytes) -> None:
    """A header without an end, a letter at a time, each soon enough for a patient reader."""
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    over = threading.Event()
    while not over.wait(0.05):
        try:
            line.sendall(b"x")
        except OSError:
            return


@pytest.mark.parametrize("slow", [hold, drip])
def test_a_server_that_never_ends_is_left_in_time(slow: Handler) -> None:
    with served(slow) as net, pytest.raises(NotFetched, match="did not answer in time"):
        fetch_page(START, net.resolver, net.connector, replace(PAGES, seconds=0.4))


def test_a_name_server_that_never_answers_is_left_in_time() -> None:
    never = threading.Event()

    def resolver(name: str, port: int) -> list[str]:
        never.wait(5)
        return []

    with pytest.raises(NotFetched, match="no server"):
        fetch_page(START, resolver, lambda *_: socket.socket(), replace(PAGES, seconds=0.2))
    never.set()


def test_a_certificate_must_be_that_of_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """The name goes into the handshake, though the connection is made to a number."""
    asked: list[str] = []

    def refuse(_: socket.socket, server_hostname: str, do_handshake_on_connect: bool) -> None:
        assert not do_handshake_on_connect
        asked.append(server_hostname)
        error = ssl.SSLCertVerificationError("not this name")
        error.verify_message = "not this name"
        raise error

    monkeypatch.setattr(ssl, "create_default_context", lambda: SimpleNamespace(wrap_socket=refuse))
    with (
        served(page()) as net,
        pytest.raises(NotFetched, match=r"certificate of appeal\.example .*not this name"),
    ):
        fetch_page("https://appeal.example/", net.resolver, net.connector)
    assert (asked, net.reached) == (["appeal.example"], [(PUBLIC, 443)])
