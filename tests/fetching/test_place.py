"""Web addresses that are refused before any name is looked up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.fetching.place import Place, place
from tocsin.intake.errors import NotFetched

REFUSED = [
    # other schemes
    "file:///etc/passwd", "ftp://appeal.example/", "gopher://appeal.example/", "data:text/html,x", "javascript:1",
    "dict://appeal.example/", "ldap://appeal.example/", "//appeal.example/", "appeal.example", "http:appeal.example",
    # other ports
    "http://appeal.example:22/", "http://appeal.example:8080/", "https://appeal.example:6379/",
    "http://appeal.example:0/", "http://appeal.example:99999/", "http://appeal.example:x/",
    # names and passwords, and what only looks like the host
    "http://user@appeal.example/", "http://user:word@appeal.example/", "http://appeal.example@127.0.0.1/",
    "http://appeal.example%40127.0.0.1/", "http://appeal.example\\@127.0.0.1/", "http://appeal.example\\.evil.example/",
    # numbers in other bases and lengths
    "http://2130706433/", "http://0x7f000001/", "http://0x7f.0.0.1/", "http://0177.0.0.1/", "http://127.1/",
    "http://127.0.1/", "http://017700000001/", "http://127.0.0.01/", "http://0/", "http://1.2.3.4.5/",
    "http://[::1/", "http://[]/", "http://①②⑦.⓪.⓪/",
    # no public name
    "http://localhost/", "http://intranet/", "http:///", "http://./", "http://.../", "http://-appeal.example-/",
    "http://a..b.example/", "http://appeal.exa mple/", "http://appeal.123/", "http://" + "a" * 64 + ".example/",
    # header injection and other odd letters
    "http://appeal.example/\r\nX: y", "http://appeal.example/\n", "http://appeal.example/a b", "http://appeal\t.example/",
    "http://appeal.example/\x00", " http://appeal.example/", "http://appeal.example/" + "a" * 2000,
]  # fmt: skip


@pytest.mark.parametrize("url", REFUSED)
def test_is_refused(url: str) -> None:
    with pytest.raises(NotFetched):
        place(url)


@pytest.mark.parametrize(
    ("url", "taken_apart"),
    [
        ("http://appeal.example", Place("http", "appeal.example", 80, "/")),
        ("HTTPS://Appeal.Example./a?b=c#d", Place("https", "appeal.example", 443, "/a?b=c")),
        ("https://appeal.example:443/a%20b", Place("https", "appeal.example", 443, "/a%20b")),
        ("http://appeal.example:443/", Place("http", "appeal.example", 443, "/")),
        (
            "http://новости.example/день",
            Place("http", "xn--b1amnebsh.example", 80, "/%D0%B4%D0%B5%D0%BD%D1%8C"),
        ),
        ("http://8.8.8.8/", Place("http", "8.8.8.8", 80, "/")),
        ("http://[2606:4700::1111]/", Place("http", "2606:4700::1111", 80, "/")),
        ("http://①②⑦.⓪.⓪.①/", Place("http", "127.0.0.1", 80, "/")),
    ],
)
def test_is_taken_apart(url: str, taken_apart: Place) -> None:
    assert place(url) == taken_apart


def test_the_host_header_names_a_port_only_where_it_is_unusual() -> None:
    assert [
        place(url).authority for url in ("http://a.example/", "http://a.example:443/", "http://[::1]/")
    ] == [
        "a.example",
        "a.example:443",
        "[::1]",
    ]


@given(st.text(max_size=40))
def test_whatever_is_typed_becomes_a_place_or_a_sentence(typed: str) -> None:
    try:
        found = place("http://" + typed)
    except NotFetched:
        return
    assert found.port in (80, 443)
    assert found.host.isascii()
    assert found.target.isascii()
    assert not set(found.host + found.target) & set(" \r\n\t\\@" if "@" in found.host else " \r\n\t\\")
