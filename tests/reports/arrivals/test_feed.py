"""A feed that is looked at: each entry once, again where it changed, whatever its server does."""

import time
from dataclasses import replace
from functools import partial

import pytest
from pytest_django import Settings

from tests.fetching.servers import PUBLIC, Handler, Net, leads_to, page, served
from tests.patience import PATIENCE
from tests.reports.drafts import TEXT
from tocsin.fetching import feed as fetching
from tocsin.fetching.feed import fetch_feed
from tocsin.fetching.page import fetch_page
from tocsin.intake.errors import NotFetched
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.members.models import Member
from tocsin.reports.arrivals.sources import feed
from tocsin.reports.arrivals.sources.look import look_at_sources
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Arrival, IntakeSource, Report

from .looking import added, look

pytestmark = pytest.mark.django_db
NAMES = {"appeal.example": [PUBLIC], "10.0.0.7": ["10.0.0.7"]}
ADDRESS = "http://appeal.example/feed"


@pytest.fixture
def source(ada: Member, settings: Settings) -> IntakeSource:
    settings.ONLINE = True
    return added("feed", ADDRESS)


def rss(*entries: tuple[str, str]) -> bytes:
    items = "".join(
        f"<item><guid>{key}</guid><title>Entry {key}</title><link>/{key}</link>"
        f"<pubDate>Fri, 08 May 2015 10:00:00 +0200</pubDate><description>{words}</description></item>"
        for key, words in entries
    )
    return f"<rss><channel>{items}</channel></rss>".encode()


def xml(body: bytes, **more: str) -> bytes:
    return page(body, kind="application/rss+xml", **more)


def looked(source: IntakeSource, monkeypatch: pytest.MonkeyPatch, *answers: bytes | Handler) -> Net:
    """What a look met, with one answer for each request."""
    with served(*answers, names=NAMES) as net, monkeypatch.context() as there:
        way = {"resolver": net.resolver, "connector": net.connector}
        there.setattr(feed, "fetch_feed", partial(fetch_feed, **way))
        there.setattr(feed, "fetch_page", partial(fetch_page, **way))
        look(source)
    return net


def words(number: int) -> str:
    return f"Edition {number}. {TEXT}"


def test_entries_come_in_once_and_again_where_they_changed(
    source: IntakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked(
        source,
        monkeypatch,
        xml(rss(("1", words(1)), ("2", words(2))), ETag='"v1"', Last_Modified="Fri, 08 May 2015"),
    )
    assert list(Arrival.objects.order_by("pk").values_list("name", flat=True)) == ["Entry 2", "Entry 1"]
    net = looked(source, monkeypatch, page(b"", status="304 Not Modified"))
    assert b'If-None-Match: "v1"' in net.asked[0]
    assert b"If-Modified-Since: Fri, 08 May 2015" in net.asked[0]
    looked(source, monkeypatch, xml(rss(("1", words(1)), ("2", words(2) + " Corrected."), ("3", words(3)))))
    assert sorted(Arrival.objects.values_list("name", flat=True)) == [
        "Entry 1",
        "Entry 2",
        "Entry 2",
        "Entry 3",
    ]
    Worker().run_until_idle()
    assert Report.objects.count() == 4
    one = Report.objects.get(name="Entry 1")
    assert (one.published, one.publisher, one.source_url) == (
        "2015-05-08",
        "Harbour Bulletin",
        "http://appeal.example/1",
    )
    assert source.trouble == ""


def test_pages_are_fetched_only_where_the_source_says_so(
    source: IntakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    IntakeSource.objects.update(takes_pages=True)
    whole = page(b"<html><body><p>The whole of it.</p></body></html>")
    net = looked(
        source,
        monkeypatch,
        xml(rss(("1", "Short."), ("2", "Stays."))),
        leads_to("http://appeal.example/b"),
        whole,
        page(status="500 No"),
    )
    assert [line.split()[1] for line in net.asked] == [b"/feed", b"/2", b"/b", b"/1"]
    pages = dict(Arrival.objects.values_list("name", "source_url"))
    assert pages == {"Entry 2": "http://appeal.example/b", "Entry 1": "http://appeal.example/1"}
    data = {a.name: bytes(a.data) for a in Arrival.objects.all()}
    assert b"The whole of it." in data["Entry 2"]
    assert b"Short." in data["Entry 1"], "what the feed says, where its page cannot be had"


def test_more_than_fit_are_taken_at_the_next_look(
    source: IntakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = xml(rss(*((str(n), f"{n} {TEXT}") for n in range(70))), ETag='"all"')
    looked(source, monkeypatch, many)
    assert (Arrival.objects.count(), "etag" in source.seen) == (50, False)
    assert source.look_next_at == source.looked_at
    looked(source, monkeypatch, many)
    assert (Arrival.objects.count(), source.seen["etag"]) == (70, '"all"')


def stalls(line: object, _request: bytes) -> None:
    line.sendall(b"HTTP/1.1 200 OK\r\nContent-Ty")
    line.recv(1)


@pytest.mark.parametrize(
    ("answer", "trouble"),
    [
        (page(b"<p>Not here any more</p>"), "no feed"),
        (page(b"\x00\x01", kind="application/octet-stream"), "application/octet-stream"),
        (page(b"", status="410 Gone"), "answered 410"),
        (page(b"", status="304 Not Modified"), "answered 304"),
        (b"no server\r\n\r\n", "did not answer as a web server should"),
        (leads_to("http://10.0.0.7/feed"), "private network"),
        (leads_to("file:///etc/passwd"), "only addresses that begin with"),
    ],
    ids=["a page", "bytes", "gone", "unchanged unasked", "rubbish", "private", "file"],
)
def test_a_feed_that_lies_is_told_of_and_asked_less_often(
    source: IntakeSource, monkeypatch: pytest.MonkeyPatch, answer: bytes, trouble: str
) -> None:
    looked(source, monkeypatch, answer)
    assert trouble in source.trouble
    assert (Arrival.objects.count(), source.failures) == (0, 1)
    assert (source.look_next_at - source.looked_at).total_seconds() == 3600
    looked(source, monkeypatch, xml(rss(("1", words(1)))))
    assert (source.trouble, source.failures, Arrival.objects.count()) == ("", 0, 1)


def test_a_feed_that_stalls_is_left(source: IntakeSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "FEEDS", replace(fetching.FEEDS, seconds=0.4))
    began = time.monotonic()
    looked(source, monkeypatch, stalls)
    assert "did not answer in time" in source.trouble
    assert time.monotonic() - began < PATIENCE


def test_a_fault_of_ours_is_noted_without_what_was_found(
    source: IntakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_given: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr(feed, "fetch_feed", fault)
    assert "A fault of ours" in look(source).trouble


def test_the_timetable_looks_at_what_is_due_and_on(source: IntakeSource, ada: Member) -> None:
    def jobs() -> int:
        return Job.objects.filter(kind="reports.look_at_source").count()

    look_at_sources({}, now=source.look_next_at)
    look_at_sources({}, now=source.look_next_at)
    assert jobs() == 1
    source.refresh_from_db()
    IntakeSource.objects.update(is_on=False)
    look_at_sources({}, now=source.look_next_at)
    assert jobs() == 1


def test_where_no_network_is_allowed_no_feed_is_asked(source: IntakeSource, settings: Settings) -> None:
    settings.ONLINE = False
    assert "may not reach the network" in look(source).trouble


def test_what_is_no_feed_address_is_refused(ada: Member) -> None:
    for address in (
        "ftp://a.example/f",
        "http://a.example:8080/f",
        "http://user:pass@a.example/f",
        "http://127.1/f",
    ):
        with pytest.raises(CannotReview):
            added("feed", address)
    with pytest.raises(NotFetched):
        fetch_feed("http://127.0.0.1/feed")
