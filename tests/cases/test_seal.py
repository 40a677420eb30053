"""A report whose consent was withdrawn: its words are gone, its hash and the fact stay."""

from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from tests.cases.test_accept import reviewed
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case, Claim
from tocsin.cases.names import case_mask
from tocsin.cases.queries import case_view
from tocsin.cases.seal import seal_report
from tocsin.cases.show_claim import show_claims
from tocsin.cases.withdraw import restore_claim
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.arrivals.read_arrival import read_arrival
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Arrival, ArrivalWay, Report, ReviewField
from tocsin.reports.receive import receive
from tocsin.reports.seal import SealedBefore

WHY = "The person withdrew consent by phone"


@pytest.fixture
def case(rustam: Member) -> Case:
    case = accept_report(reviewed(rustam), rustam)
    case.is_public = True
    case.save()
    show_claims(Claim.objects.filter(subject__case=case), rustam)
    return case


def test_the_words_go_and_the_hash_and_the_dates_stay(case: Case, rustam: Member) -> None:
    report = case.reports.get()
    sha256, published, received = report.sha256, report.published, report.received_at
    seal_report(report, rustam, WHY)
    report.refresh_from_db()
    assert (report.text, bytes(report.original), report.draft, report.name) == ("", b"", {}, "")
    assert (report.sha256, report.published, report.received_at) == (sha256, published, received)
    assert (report.sealed_by, report.sealed_why, report.state) == (rustam, WHY, "sealed")
    assert AuditEntry.objects.get(act="report.sealed").detail == {"why": WHY, "sha256": sha256}


def test_nothing_rests_on_a_sealed_report(case: Case, rustam: Member, petra: Member) -> None:
    seal_report(case.reports.get(), rustam, WHY)
    case.refresh_from_db()
    assert case.frozen_at is not None
    case.frozen_at = None
    case.save()
    public = case_view(case, public=True)
    assert (public.people, public.incidents, public.statements, public.demands, public.reports) == (
        (), (), (), (), (),
    )  # fmt: skip
    assert set(Claim.objects.filter(subject__case=case).values_list("may_be_shown", flat=True)) == {False}


def test_what_another_report_says_too_stays(case: Case, rustam: Member) -> None:
    first = case.reports.get()
    accept_report(reviewed(rustam, text=TEXT + "\nSecond edition."), rustam, case=case)
    seal_report(first, rustam, WHY)
    [person] = case_view(case, public=False).people
    assert person.text("charge") == "disturbing trade"
    assert [s.report for s in person.all("charge")[0].sources] != [first.pk]


def test_a_name_is_still_left_out_everywhere(case: Case, rustam: Member) -> None:
    seal_report(case.reports.get(), rustam, WHY)
    assert "Marwede" not in case_mask(case).text("Release Lina Marwede")


def test_no_value_of_it_can_be_read_or_brought_back(case: Case, rustam: Member) -> None:
    seal_report(case.reports.get(), rustam, WHY)
    kept = Claim.objects.exclude(value="")
    assert {c.predicate for c in kept} == {"name"}
    assert {f.name for f in ReviewField.objects.exclude(value=None)} == {"name"}
    with pytest.raises(CannotChange, match="sealed"):
        restore_claim(Claim.objects.filter(predicate="charge").get(), rustam)


def test_the_same_bytes_are_not_taken_in_again(rustam: Member) -> None:
    report = a_report()
    arrival = Arrival.objects.create(
        way="mail", name="marwede.eml", sha256=report.sha256, data=TEXT.encode(), size=len(TEXT)
    )
    seal_report(report, rustam, WHY)
    with pytest.raises(SealedBefore, match=r"sealed here on \d{4}-\d\d-\d\d.*not taken in again"):
        receive(TEXT.encode(), "again.txt", rustam)
    arrival.refresh_from_db()
    assert (bytes(arrival.data), arrival.name) == (b"", "")


def test_the_same_words_in_another_file_are_not_taken_in_either(rustam: Member) -> None:
    report = receive(TEXT.encode(), "marwede.txt", rustam)
    seal_report(report, rustam, WHY)
    again = (TEXT.replace("\n", "\r\n") + "\n").encode()
    with pytest.raises(SealedBefore):
        receive(again, "again.txt", rustam)
    with pytest.raises(SealedBefore):
        arrive(Sent(TEXT.encode(), "again.txt", ArrivalWay.PASTE), rustam)
    by_mail = arrive(Sent(TEXT.encode(), "Lina Marwede.eml", ArrivalWay.MAIL))
    assert (bytes(by_mail.data), by_mail.name, "not taken in again" in by_mail.reason) == (b"", "?", True)
    unread = arrive(Sent(again, "Lina Marwede.txt", ArrivalWay.MAIL))
    read_arrival({"arrival": unread.pk})
    unread.refresh_from_db()
    assert (bytes(unread.data), unread.name, unread.state) == (b"", "?", "dismissed")
    assert Report.objects.count() == 1


def test_it_is_sealed_once_with_a_reason_by_somebody_on_the_case(
    case: Case, rustam: Member, petra: Member
) -> None:
    report = case.reports.get()
    with pytest.raises(PermissionDenied):
        seal_report(report, petra, WHY)
    with pytest.raises(CannotReview, match="Say why"):
        seal_report(report, rustam, " ")
    seal_report(report, rustam, WHY)
    with pytest.raises(CannotReview, match="already"):
        seal_report(report, rustam, WHY)


@pytest.mark.django_db(transaction=True)
@pytest.mark.sqlite
def test_no_file_of_the_database_holds_its_words(rustam: Member) -> None:
    canary = "Quarzlampenfieber"
    report = reviewed(rustam, text=TEXT + f"{canary} " * 20)
    accept_report(report, rustam)
    files = [path for path in Path(connection.settings_dict["NAME"]).parent.iterdir() if path.is_file()]
    assert any(canary.encode() in path.read_bytes() for path in files)
    seal_report(report, rustam, WHY)
    assert [path.name for path in files if canary.encode() in path.read_bytes()] == []
