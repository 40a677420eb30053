"""From bytes that wait to one report, whoever else reads them too."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from tests.patience import PATIENCE
from tests.reports.drafts import TEXT
from tocsin.intake.errors import Unreadable
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.members.models import AuditEntry, Member
from tocsin.reading.read import read_bytes
from tocsin.reports.arrivals import read_arrival as reading
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.arrivals.dismiss import dismiss
from tocsin.reports.arrivals.read_arrival import MOST_TRIES, read_arrival
from tocsin.reports.arrivals.try_again import try_again
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Arrival, ArrivalState, ArrivalWay, Report
from tocsin.reports.receive import receive
from tocsin.terms.draft import Draft

pytestmark = pytest.mark.django_db
DATA = TEXT.encode()
BAD = b"\x89PNG\r\n\x1a\n\x00\x00" + bytes(range(256))


def sent(
    data: bytes = DATA, name: str = "marwede.txt", way: ArrivalWay = ArrivalWay.COMMAND, **more: str
) -> Sent:
    return Sent(data, name, way, **more)


def state_of(arrival: Arrival) -> str:
    arrival.refresh_from_db()
    return arrival.state


def test_what_arrived_becomes_a_report_with_all_that_was_said_of_it(dana: Member) -> None:
    arrival = arrive(
        sent(published="2015-05-08", publisher="Harbour Bulletin", source_url="https://h.example/1"), dana
    )
    assert (arrival.state, bytes(arrival.data), Report.objects.count()) == ("waiting", DATA, 0)
    Worker().run_until_idle()
    report = Report.objects.get()
    assert (state_of(arrival), arrival.report, bytes(arrival.data)) == ("read", report, b"")
    assert (report.text, report.published, report.publisher, report.source_url, report.received_by) == (
        TEXT,
        "2015-05-08",
        "Harbour Bulletin",
        "https://h.example/1",
        dana,
    )
    assert (report.name, report.received_at) == ("marwede.txt", arrival.arrived_at)
    assert AuditEntry.objects.filter(act="report.received").count() == 1


def test_doing_the_job_again_changes_nothing(dana: Member) -> None:
    arrival = arrive(sent(), dana)
    for _time in range(3):
        read_arrival({"arrival": arrival.pk})
    assert (Report.objects.count(), state_of(arrival), arrival.tries) == (1, "read", 1)


def test_one_who_was_ended_while_reading_is_followed_by_another(dana: Member) -> None:
    arrival = arrive(sent(), dana)
    reading._begin(arrival.pk)
    assert state_of(arrival) == "reading"
    read_arrival({"arrival": arrival.pk})
    assert (Report.objects.count(), state_of(arrival), arrival.tries) == (1, "read", 2)


def test_two_readers_of_one_arrival_store_one_report(dana: Member) -> None:
    arrival = arrive(sent(), dana)
    reading._begin(arrival.pk)
    draft = reading.read_bytes(DATA, "marwede.txt", None)
    reading._store(arrival.pk, draft)
    reading._store(arrival.pk, draft)
    assert (Report.objects.count(), AuditEntry.objects.filter(act="report.received").count()) == (1, 1)


def test_a_file_at_which_the_reader_dies_each_time_is_left_alone(dana: Member) -> None:
    arrival = arrive(sent(), dana)
    for _time in range(MOST_TRIES):
        assert reading._begin(arrival.pk) is not None
    assert reading._begin(arrival.pk) is None
    assert (state_of(arrival), arrival.reason) == (
        "failed",
        "The reader was ended each time that it tried to read this file.",
    )


def test_a_fault_of_the_reader_keeps_the_file(
    dana: Member, monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks
) -> None:
    def fault(*_given: object) -> None:
        raise ZeroDivisionError("a secret")

    monkeypatch.setattr(reading, "read_bytes", fault)
    arrival = arrive(sent(), dana)
    Worker().run_until_idle()
    assert (state_of(arrival), bytes(arrival.data)) == ("failed", DATA)
    assert "a secret" not in arrival.reason
    monkeypatch.undo()
    with django_capture_on_commit_callbacks(execute=True):
        try_again(arrival, dana)
    assert state_of(arrival) == "read"


def test_a_bad_file_waits_with_its_reason_until_it_is_dismissed(dana: Member, rustam: Member) -> None:
    arrival = arrive(sent(BAD, "letter.png"), dana)
    Worker().run_until_idle()
    assert (state_of(arrival), bytes(arrival.data), arrival.reason[-1]) == ("failed", BAD, ".")
    assert arrive(sent(BAD, "again.png"), dana) == arrival, "the same bad bytes are not listed twice"
    dismiss(arrival, rustam)
    assert (state_of(arrival), bytes(arrival.data)) == ("dismissed", b"")
    assert AuditEntry.objects.get(act="arrival.dismissed").detail == {
        "sha256": arrival.sha256,
        "size": len(BAD),
    }
    with pytest.raises(CannotReview):
        try_again(arrival, dana)
    with pytest.raises(CannotReview):
        dismiss(arrival, rustam)


def test_bytes_that_are_a_report_are_known_at_once(dana: Member) -> None:
    report = receive(DATA, "marwede.txt", by=dana)
    arrival = arrive(sent(name="copy.txt"), dana)
    assert (arrival.state, arrival.report, bytes(arrival.data)) == ("known", report, b"")
    assert not Job.objects.filter(kind="reports.read_arrival").exists()


@pytest.mark.parametrize(
    "other",
    [
        DATA.replace(b"\n", b"\r\n\r\n"),
        b"\xef\xbb\xbf" + DATA.upper(),
        b"From: Dana <[email protected]>\nDate: Fri, 8 May 2015 10:00:00 +0200\nSubject: Fwd\n\n" + DATA,
        b"<!doctype html><html><body><pre>" + DATA + b"</pre></body></html>",
    ],
    ids=["line ends", "mark and case", "headers", "page"],
)
def test_the_same_words_in_other_bytes_are_known_and_their_bytes_kept(dana: Member, other: bytes) -> None:
    report = receive(DATA, "marwede.txt", by=dana)
    arrival = arrive(sent(other, "other.txt"), dana)
    Worker().run_until_idle()
    assert (state_of(arrival), arrival.report, bytes(arrival.data)) == ("known", report, other)
    assert Report.objects.count() == 1


def test_two_short_texts_are_not_taken_for_one(dana: Member) -> None:
    receive(b"Free them!", "a.txt", by=dana)
    arrive(sent(b"Free them.", "b.txt"), dana)
    Worker().run_until_idle()
    assert Report.objects.count() == 2


def test_what_is_short_and_came_by_hand_is_read_right_after_the_commit(
    dana: Member, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        arrival = arrive(sent(way=ArrivalWay.PASTE), dana)
    assert state_of(arrival) == "read"


def test_a_scan_never_runs_in_the_request(
    dana: Member, django_capture_on_commit_callbacks, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(*_given: object) -> None:
        raise Unreadable("it was read in the request")

    monkeypatch.setattr(reading, "read_bytes", never)
    with django_capture_on_commit_callbacks(execute=True):
        arrivals = [
            arrive(sent(start + b"x" * 99, f"{n}", ArrivalWay.UPLOAD), dana)
            for n, start in enumerate(
                (
                    b"\xff\xd8\xff",
                    b"\x89PNG\r\n\x1a\n",
                    b"%PDF-1.7\n",
                    b"Return-Path: <a@b>\nTo: c\nSubject: d\n\n",
                )
            )
        ]
        arrivals.append(arrive(sent(b"word " * 50_000, "long.txt", ArrivalWay.UPLOAD), dana))
    assert {state_of(arrival) for arrival in arrivals} == {ArrivalState.WAITING}


def test_a_request_that_ended_before_it_read_leaves_it_to_a_worker(dana: Member) -> None:
    arrive(sent(way=ArrivalWay.PASTE), dana)  # stored; what comes after the commit never happened
    Job.objects.update(lease_until=timezone.now())
    Worker().run_until_idle()
    assert Report.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_files_of_the_same_words_read_in_one_moment_are_one_report() -> None:
    """Both have been read before either is stored."""
    both = [arrive(sent(DATA + space, f"{len(space)}.txt")) for space in (b"\n", b"\n\n")]
    together = Barrier(2, timeout=PATIENCE)

    def read_together(data: bytes, name: str, published: str | None) -> Draft:
        draft = read_bytes(data, name, published)
        together.wait()
        return draft

    def read(arrival: Arrival) -> None:
        try:
            reading.read_arrival({"arrival": arrival.pk})
        finally:
            connection.close()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_bytes", read_together)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(read, both))
    assert (Report.objects.count(), {state_of(each) for each in both}) == (1, {"read", "known"})
