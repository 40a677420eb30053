"""A refresh from Wikidata, against a server of this machine that also fails, stalls and answers rubbish."""

import json
import signal
import socket
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from threading import Event
from urllib.parse import unquote

import pytest
from tests.fetching.servers import Handler, Net, page, served
from tests.patience import PATIENCE
from tests.processes import python

from tocsin.directory.imports.refresh import PAUSES, Refreshed, refresh
from tocsin.directory.imports.wikidata import HEADINGS, address_of, rows_of
from tocsin.directory.models import Accreditation, ContactPoint, Office, WikidataAnswer
from tocsin.fetching.answer import TABLES, Wanted
from tocsin.fetching.page import fetch_page
from tocsin.fetching.place import LONGEST
from tocsin.intake.errors import NotFetched
from tocsin.members.models import AuditEntry
from tocsin.routing.shipped import senders

PUBLIC = {"query.wikidata.org": ["208.80.154.224"]}
TODAY = date(2026, 5, 1)
OSLO = {
    "m": "http://www.wikidata.org/entity/Q900001", "kind": "embassy", "placed": "NO", "host": "LV", "city": "Oslo",
    "serves": "NO", "at": "Point(10.69 59.92)", "phone": "+47 22 54 22 80", "email": "mailto:oslo@embassy.example",
    "web": "https://oslo.example/",
}  # fmt: skip
PATIENT = replace(TABLES, seconds=PATIENCE)
HURRIED = replace(TABLES, seconds=0.3)


def answer(*missions: dict[str, str]) -> bytes:
    bindings = [{name: {"type": "literal", "value": v} for name, v in m.items()} for m in missions]
    body = json.dumps({"head": {"vars": []}, "results": {"bindings": bindings}}).encode()
    return page(body, "application/sparql-results+json;charset=utf-8")


def asked_of(net: Net, limits: Iterable[Wanted] = ()) -> Callable[[str], bytes]:
    """`limits` of the first questions; all others are patient."""
    left = iter(limits)

    def ask(address: str) -> bytes:
        http = address.replace("https://", "http://", 1)  # the server of the test has no certificate
        return fetch_page(http, net.resolver, net.connector, next(left, PATIENT))[0]

    return ask


def run(
    net: Net, *codes: str, apply: bool = True, today: date = TODAY, limits: Iterable[Wanted] = ()
) -> list[Refreshed]:
    return list(refresh(codes, apply, False, asked_of(net, limits), lambda seconds: None, today))


def test_the_question_is_short_enough_and_names_the_country() -> None:
    assert max(len(address_of(code)) for code in senders()) < LONGEST
    assert 'wdt:P297 "LV"' in unquote(address_of("LV"))


def test_what_is_said_of_a_mission_in_several_rows_is_one_row() -> None:
    more = {**OSLO, "serves": "IS", "phone": "+47 22 54 22 81"}
    body = answer(OSLO, more, {**OSLO, "m": "http://elsewhere.example/Q1"}).partition(b"\r\n\r\n")[2]
    [row] = rows_of(body, "LV")
    said = dict(zip(HEADINGS, row, strict=True))
    assert (said["key"], said["sender"], said["host"], said["serves"]) == ("Q900001", "LV", "NO", "IS|NO")
    assert (said["phone"], said["email"]) == ("+47 22 54 22 80; +47 22 54 22 81", "oslo@embassy.example")
    assert (said["latitude"], said["longitude"], said["until"]) == ("59.92", "10.69", "")


@pytest.mark.django_db
def test_an_answer_is_stored_with_its_day_and_unconfirmed() -> None:
    with served(answer(OSLO), names=PUBLIC) as net:
        [found] = run(net, "LV")
    office = Office.objects.get(shipped_key="Q900001")
    assert (office.name, office.city, office.in_country, found.is_short) == (
        "Embassy of Latvia in Oslo",
        "Oslo",
        "NO",
        True,
    )
    told = ContactPoint.objects.values_list("channel", "value", "source", "source_date", "confirmed_at")
    assert set(told) == {
        ("email", "oslo@embassy.example", "Wikidata", "2026-05-01", None),
        ("phone", "+4722542280", "Wikidata", "2026-05-01", None),
        ("web", "https://oslo.example/", "Wikidata", "2026-05-01", None),
    }
    assert Accreditation.objects.get().told_by == "directory"
    [entry] = AuditEntry.objects.filter(act="directory.imported")
    assert entry.detail["list"] == "Wikidata, LV, 2026-05-01"


@pytest.mark.django_db
def test_what_was_shown_is_written_without_asking_again() -> None:
    with served(answer(OSLO), names=PUBLIC) as net:
        [shown] = run(net, "LV", apply=False)
        assert shown.changes
        assert (shown.changes.counts["new"], Office.objects.count()) == (1, 0)
        [written] = run(net, "LV")
        [again] = run(net, "LV")
    assert (written.is_done, again.is_done, len(net.asked), Office.objects.count()) == (False, True, 1, 1)


@pytest.mark.django_db
def test_after_some_days_it_is_asked_anew() -> None:
    with served(answer(OSLO), answer({**OSLO, "phone": "+47 22 42 06 30"}), names=PUBLIC) as net:
        run(net, "LV")
        [found] = run(net, "LV", today=date(2026, 5, 9))
    assert [(c.what, c.old, c.new) for c in found.changes.told] == [("phone", "+4722542280", "+4722420630")]
    assert len(net.asked) == 2


def stall(line: socket.socket, _request: bytes) -> None:
    line.recv(1)


RUBBISH: list[bytes | Handler] = [
    page(status="500 Server Error"),
    page(status="429 Too Many Requests"),
    page(b"<p>Maintenance</p>"),
    page(b"not json", "application/json"),
    page(b'{"results": {"bindings": 7}}', "application/json"),
    page(b'{"results": {"bindings": [["a"]]}}', "application/json"),
    page(b'{"results": {"bindings": [{"m": {"value": ', "application/json"),
    page(b"[" * 100_000, "application/json"),
    b"",
    stall,
]


@pytest.mark.django_db
@pytest.mark.parametrize("fault", range(len(RUBBISH)))
def test_whatever_a_server_does_is_tried_again_and_then_said(fault: int) -> None:
    with served(RUBBISH[fault], answer(OSLO), names=PUBLIC) as net:
        [found] = run(net, "LV", limits=[HURRIED])
    assert (found.failure, Office.objects.count(), len(net.asked)) == ("", 1, 2)
    WikidataAnswer.objects.all().delete()
    with served(*[RUBBISH[fault]] * len(PAUSES), names=PUBLIC) as net:
        [found] = run(net, "LV", limits=[HURRIED] * len(PAUSES))
    assert (found.failure != "", found.changes, WikidataAnswer.objects.count()) == (True, None, 0)


@pytest.mark.django_db
def test_one_country_that_fails_stops_no_other_and_three_in_a_row_stop_all() -> None:
    bad = page(status="500 x")
    with served(*[bad] * 3, answer(OSLO), *[bad] * 9, names=PUBLIC) as net:
        found = run(net, "KZ", "LV", "SE", "DK", "FI", "NO", "IS")
    assert [(f.of_country, bool(f.failure)) for f in found] == [
        ("KZ", True),
        ("LV", False),
        ("SE", True),
        ("DK", True),
        ("FI", True),
    ]
    assert len(net.asked) == 13


@pytest.mark.django_db
def test_it_waits_before_every_question() -> None:
    waited: list[float] = []
    with served(page(status="500 x"), answer(OSLO), names=PUBLIC) as net:
        list(refresh(["LV"], True, False, asked_of(net), waited.append, TODAY))
    assert waited == list(PAUSES[:2])


@pytest.mark.django_db
def test_an_answer_of_almost_nothing_takes_nothing_away() -> None:
    with served(answer(), names=PUBLIC) as net:
        [found] = run(net, "LV")
    assert found.is_short
    assert (found.changes.counts["gone"], Office.objects.count()) == (0, 0)


@pytest.mark.django_db
def test_a_mission_that_cannot_be_taken_leaves_the_others() -> None:
    odd = {**OSLO, "m": "http://www.wikidata.org/entity/Q900002", "kind": "bakery"}
    with served(answer(OSLO, odd), names=PUBLIC) as net:
        [found] = run(net, "LV")
    assert (len(found.changes.bad), Office.objects.count()) == (1, 1)


def test_a_page_of_another_kind_is_no_table() -> None:
    with served(page(b"{}", "text/html"), names=PUBLIC) as net, pytest.raises(NotFetched, match="text/html"):
        asked_of(net)(address_of("LV"))


KILLED = """
import django; django.setup()
import socket, sys
from datetime import date
from tocsin.directory.imports.refresh import refresh
from tocsin.fetching.page import fetch_page
from tocsin.fetching.answer import TABLES, Wanted
def to_the_test(address, port, seconds):
    return socket.create_connection(("127.0.0.1", {port}), timeout=seconds)
def ask(address):
    http = address.replace("https://", "http://", 1)
    return fetch_page(http, lambda name, port: ["208.80.154.224"], to_the_test, TABLES)[0]
for found in refresh(["LV", "KZ"], True, False, ask, lambda seconds: None, date(2026, 5, 1)):
    print(found.of_country, flush=True)
"""


@pytest.mark.django_db(transaction=True)
def test_a_refresh_that_is_killed_goes_on_where_it_stopped() -> None:
    astana = {
        **OSLO,
        "m": "http://www.wikidata.org/entity/Q900003",
        "city": "Tallinn",
        "placed": "EE",
        "serves": "EE",
    }
    has_asked_again = Event()

    def say_so_and_stall(line: socket.socket, request: bytes) -> None:
        has_asked_again.set()
        stall(line, request)

    with served(answer(OSLO), say_so_and_stall, answer(astana), names=PUBLIC) as net:
        child = python(KILLED.replace("{port}", str(net.port)))
        assert child.stdout
        assert child.stdout.readline() == "LV\n"
        assert has_asked_again.wait(PATIENCE)
        child.send_signal(signal.SIGKILL)  # it waits for the answer about the second country
        child.wait()
        child.stdout.close()
        assert [o.shipped_key for o in Office.objects.all()] == ["Q900001"]
        found = run(net, "LV", "KZ")
    assert [(f.of_country, f.is_done, f.failure) for f in found] == [("LV", True, ""), ("KZ", False, "")]
    asked = [unquote(request.decode()) for request in net.asked]
    assert ['P297 "LV"' in request for request in asked] == [True, False, False]
    assert Office.objects.count() == 2
