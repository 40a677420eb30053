"""Logging an attempt to get an answer, and what it leaves in the case."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.utils import timezone

from tests.cases.asking import CANARY, NOON, a_case, a_number, an_office, attempt, person_of
from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.errors import CannotChange
from tocsin.cases.inquiries.attempt import Attempt
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.models import Claim, Inquiry
from tocsin.cases.queries import case_view
from tocsin.members.models import AuditEntry, Member


def test_what_was_said_becomes_claims_of_their_own_moment_and_speaker(rustam: Member) -> None:
    case = a_case(rustam)
    inquiry = log_inquiry(
        case,
        attempt(
            office=an_office(case),
            said="She was released on 1 March",
            spoke_with="the head",
            about=person_of(case),
        ),
        rustam,
    )
    claims = Claim.objects.filter(inquiry=inquiry).order_by("pk")
    assert [(c.predicate, c.value, c.stance) for c in claims] == [
        ("speaker", "the head, Remand prison, Aqtau", "asserts"),
        ("gist", "She was released on 1 March", "asserts"),
        ("about", CANARY, "asserts"),
    ]
    assert {(c.state, c.accepted_by, c.may_be_shown, c.asserted_by, c.said_at, c.report) for c in claims} == {
        (
            "accepted",
            rustam,
            False,
            "the head, Remand prison, Aqtau",
            "2026-03-02T12:00:00+05:00",
            None,
        )
    }
    [thread] = case_view(case, public=False).statements
    assert [s.gist for s in thread.statements] == ["She was released on 1 March"]
    assert case_view(case, public=True).statements == ()


def test_a_refusal_refuses_and_what_is_chosen_counts_before_the_outcome(rustam: Member) -> None:
    case = a_case(rustam)
    office = an_office(case)
    refused = log_inquiry(case, attempt("refused", office=office, said="Who took her"), rustam)
    denied = log_inquiry(
        case, attempt("answered", 1, office=office, said="We hold her", stance="denies"), rustam
    )
    stances = [Claim.objects.get(inquiry=i, predicate="gist").stance for i in (refused, denied)]
    assert stances == ["refuses", "denies"]
    assert Claim.objects.get(inquiry=refused, predicate="refused").value is True
    assert not Claim.objects.filter(inquiry=denied, predicate="refused").exists()


def test_an_attempt_without_words_makes_no_claim(rustam: Member) -> None:
    case = a_case(rustam)
    log_inquiry(case, attempt("no_answer", office=an_office(case)), rustam)
    assert (Inquiry.objects.count(), Claim.objects.filter(inquiry__isnull=False).count()) == (1, 0)


@pytest.mark.parametrize(("who", "state"), [("dana", "awaiting"), ("rustam", "accepted"), (None, "awaiting")])
def test_who_is_no_reviewer_writes_what_waits_for_review(
    dana: Member, rustam: Member, who: str | None, state: str
) -> None:
    case = a_case(dana, rustam)
    by = {"dana": dana, "rustam": rustam, None: None}[who]
    inquiry = log_inquiry(case, attempt(office=an_office(case), said="Gone"), by)
    assert {c.state for c in inquiry.claims.all()} == {state}
    shown = case_view(case, public=False).statements
    assert len(shown) == (1 if state == "accepted" else 0)


def test_a_member_who_is_not_on_the_case_logs_nothing(rustam: Member, petra: Member) -> None:
    case = a_case(rustam)
    with pytest.raises(PermissionDenied):
        log_inquiry(case, attempt(office_name="Police"), petra)
    assert Inquiry.objects.count() == 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Attempt("answered", NOON), "which office"),
        (Attempt("smiled", NOON, office_name="Police"), "one of the outcomes"),
        (Attempt("answered", NOON, office_name="Police", channel="drum"), "words that the form offers"),
        (Attempt("answered", timezone.now() + timedelta(hours=1), office_name="Police"), "lies ahead"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(rustam: Member, wrong: Attempt, words: str) -> None:
    with pytest.raises(CannotChange, match=words):
        log_inquiry(a_case(rustam), wrong, rustam)
    assert Inquiry.objects.count() == 0


def test_the_same_form_twice_is_one_attempt(rustam: Member) -> None:
    case = a_case(rustam)
    told = attempt(office_name="Police", said="No", form_key="k1")
    first, second = log_inquiry(case, told, rustam), log_inquiry(case, told, rustam)
    assert first == second
    assert Claim.objects.filter(inquiry__isnull=False, predicate="gist").count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_presses_in_the_same_moment_are_one_attempt() -> None:
    from tests import cast

    rustam = cast.member("Rustam")
    case = a_case(rustam)
    told, start = attempt(office_name="Police", said="No", form_key="k1"), Barrier(2)

    def press(_: int) -> int:
        start.wait()
        try:
            return log_inquiry(case, told, rustam).pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(press, range(2)))) == 1
    assert Claim.objects.filter(inquiry__isnull=False, predicate="gist").count() == 1


def test_a_number_that_does_not_work_is_put_into_the_queue(rustam: Member) -> None:
    case = a_case(rustam)
    office = an_office(case)
    point = a_number(office, rustam)
    log_inquiry(case, attempt("wrong_number", office=office), rustam)
    point.refresh_from_db()
    assert point.dead_reported_at is not None


def test_where_an_office_has_two_numbers_nobody_can_tell_which_is_dead(rustam: Member) -> None:
    case = a_case(rustam)
    office = an_office(case)
    points = [a_number(office, rustam), a_number(office, rustam, "+77292500102")]
    log_inquiry(case, attempt("wrong_number", office=office), rustam)
    for point in points:
        point.refresh_from_db()
    assert [p.dead_reported_at for p in points] == [None, None]


def test_it_stands_in_the_audit_trail_without_what_was_said(rustam: Member) -> None:
    case = a_case(rustam)
    inquiry = log_inquiry(case, attempt(office_name="Police", said=f"{CANARY} is here"), rustam)
    entries = AuditEntry.objects.filter(subject=f"inquiry {inquiry.pk}").order_by("pk")
    assert [e.act for e in entries] == ["inquiry.logged", "inquiry.statement_added"]
    assert all(CANARY not in str(e.detail) for e in entries)


def test_the_chronicle_knows_the_day_on_which_it_was_said(rustam: Member) -> None:
    case = a_case(rustam)
    log_inquiry(case, attempt(office=an_office(case), said="She was released"), rustam)
    told = [line for line in chronicle(case, public=False).entries if line.text == "She was released"]
    assert {(line.dating.first, line.dating.certainty.value) for line in told} == {(date(2026, 3, 2), "day")}
