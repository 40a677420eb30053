"""Days without an answer, the next step, and whom one may ask."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.cases.asking import NOON, a_case, a_number, an_office, attempt
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.next_step import named_day, next_step
from tocsin.cases.inquiries.offices import asked_offices
from tocsin.cases.inquiries.steps import STEPS
from tocsin.cases.inquiries.waiting import Waiting, waiting
from tocsin.cases.inquiries.withdraw import withdraw_inquiry
from tocsin.cases.models import InquiryOutcome
from tocsin.directory.models import Office, OfficeKind
from tocsin.members.models import Member

AQTAU = ZoneInfo("Asia/Aqtau")


def test_days_count_from_the_last_answer_or_else_from_the_first_attempt(rustam: Member) -> None:
    case = a_case(rustam)
    now = NOON + timedelta(days=9)
    logged = [
        log_inquiry(case, attempt(outcome, 24 * day, office_name="Police"), rustam)
        for day, outcome in enumerate(["no_answer", "answered", "refused", "hung_up"])
    ]
    assert waiting(logged[:1], AQTAU, now) == Waiting(9, date(2026, 3, 2), False, 1)
    assert waiting(logged[2:], AQTAU, now) == Waiting(7, date(2026, 3, 4), False, 2)
    assert waiting(logged, AQTAU, now) == Waiting(8, date(2026, 3, 3), True, 2)
    assert waiting([], AQTAU, now) is None
    withdraw_inquiry(logged[1], rustam)
    assert waiting(logged, AQTAU, now) == Waiting(9, date(2026, 3, 2), False, 3)


def test_a_day_begins_at_midnight_where_the_office_stands(rustam: Member) -> None:
    case = a_case(rustam)
    late = log_inquiry(case, attempt("no_answer", 11.9, office_name="Police"), rustam)
    assert waiting([late], AQTAU, NOON + timedelta(hours=12.1)) == Waiting(1, date(2026, 3, 2), False, 1)


@pytest.mark.parametrize(
    ("kind", "outcomes", "what", "days"),
    [
        (OfficeKind.POLICE, ["refused"], "Ask the prosecutor", 1),
        (OfficeKind.PRISON, ["answered", "hung_up"], "Ask the prosecutor", 1),
        (
            OfficeKind.PROSECUTOR,
            ["refused"],
            "Ask the ombudsman, and the prosecutor of the next higher level",
            2,
        ),
        (OfficeKind.EMBASSY, ["refused"], "Ask the ministry at home", 2),
        (OfficeKind.OTHER, ["refused"], "Ask in writing, and ask your own foreign ministry to ask", 2),
        (OfficeKind.POLICE, ["no_answer"], "Ring again at another hour", 1),
        (
            OfficeKind.POLICE,
            ["no_answer", "refused", "no_answer", "no_answer"],
            "Ring again at another hour",
            1,
        ),
        (OfficeKind.POLICE, ["no_answer"] * 3, "Send a fax or a letter", 1),
        (OfficeKind.POLICE, ["no_answer"] * 4, "Send a fax or a letter", 1),
        (OfficeKind.POLICE, ["wrong_number"], "Confirm the number: look it up on the office’s own site", 1),
        (OfficeKind.POLICE, ["answered"], "Ask the same again", 3),
    ],
)
def test_the_next_step_follows_from_what_came_of_it(
    rustam: Member, kind: str, outcomes: list[str], what: str, days: int
) -> None:
    case = a_case(rustam)
    office = an_office(case, kind=kind)
    for hour, outcome in enumerate(outcomes):
        log_inquiry(case, attempt(outcome, hour, office=office), rustam)
    [asked] = asked_offices(case)
    step = next_step(asked.inquiries)
    assert step is not None
    assert (str(step.what), step.due_on) == (what, date(2026, 3, 2) + timedelta(days=days))
    assert str(step.why)


def test_every_outcome_at_every_kind_of_office_has_a_step() -> None:
    general = {outcome for step in STEPS if not step.kinds and step.tries == 1 for outcome in step.outcomes}
    assert general == set(InquiryOutcome)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Ask again on Monday", date(2026, 3, 9)),
        ("call back tomorrow", date(2026, 3, 3)),
        ("позвоните в среду", date(2026, 3, 4)),
        ("come on 15 March", date(2026, 3, 15)),
        ("the officer was here on 1 March 2026", None),
        ("ask again later", None),
    ],
)
def test_a_day_that_they_named_is_the_day(said: str, day: date | None) -> None:
    assert named_day(said, date(2026, 3, 2)) == day


def test_whom_to_ask_stands_first(rustam: Member) -> None:
    case = a_case(rustam)
    for name, kind in (
        ("Embassy", "embassy"),
        ("Police", "police"),
        ("Prison", "prison"),
        ("Akimat", "other"),
    ):
        an_office(case, name, kind)
    log_inquiry(case, attempt("refused", 1, office_name="Hospital  No. 2", said="Not here"), rustam)
    log_inquiry(case, attempt("no_answer", 2, office_name="hospital no. 2"), rustam)
    asked = asked_offices(case)
    assert [a.name for a in asked] == ["hospital no. 2", "Prison", "Police", "Akimat", "Embassy"]
    assert [i.outcome for i in asked[0].inquiries] == ["refused", "no_answer"]
    assert asked[0].last_said is not None
    assert asked[0].last_said.gist == "Not here"


def test_only_a_confirmed_number_is_offered(rustam: Member) -> None:
    case = a_case(rustam)
    office = an_office(case)
    a_number(office, by=None)
    assert asked_offices(case)[0].phone is None
    confirmed = a_number(office, rustam, "+77292500102")
    assert asked_offices(case)[0].phone == confirmed


def test_of_several_numbers_the_one_confirmed_last_is_offered_unless_it_is_dead(rustam: Member) -> None:
    case = a_case(rustam)
    office = an_office(case)
    first, last = a_number(office, rustam), a_number(office, rustam, "+77292500102")
    assert asked_offices(case)[0].phone == last
    last.dead_reported_at = NOON
    last.save()
    assert asked_offices(case)[0].phone == first


def test_an_office_is_read_once_however_often_it_was_asked(rustam: Member) -> None:
    case = a_case(rustam)
    office = an_office(case)
    for hour in range(3):
        log_inquiry(case, attempt("no_answer", hour, office=office), rustam)
    [asked] = asked_offices(case)
    assert all(inquiry.office is asked.office and inquiry.case is case for inquiry in asked.inquiries)


def test_who_holds_people_in_the_country_is_offered_first_then_who_has_a_number(rustam: Member) -> None:
    case = a_case(rustam)
    abroad = an_office(case, "Embassy, Oslo", OfficeKind.EMBASSY)
    callable_office = an_office(case, "Zonal labour inspection", OfficeKind.OTHER)
    a_number(callable_office, rustam)
    police_abroad = an_office(case, "Border police, Oslo", OfficeKind.POLICE)
    Office.objects.filter(pk__in=(abroad.pk, police_abroad.pk)).update(in_country="NO")
    an_office(case, "Police, Aqtau", OfficeKind.POLICE)
    an_office(case, "Prosecutor, Aqtau", OfficeKind.PROSECUTOR)
    an_office(case, "", OfficeKind.POLICE)
    assert [each.name for each in asked_offices(case)] == [
        "Police, Aqtau",
        "Prosecutor, Aqtau",
        "Zonal labour inspection",
        "Border police, Oslo",
        "Embassy, Oslo",
    ]
