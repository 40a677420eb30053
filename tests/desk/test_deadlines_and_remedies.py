"""Deadlines and remedies, at the desk."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.cases.asking import a_case
from tests.cases.remedies.test_remedies import an_incident
from tests.desk.test_inquiries import at, filled, page_of, words
from tocsin.cases.models import Case, Deadline, Remedy
from tocsin.members.models import Member

TODAY = timezone.now().date()


@pytest.fixture
def case(dana: Member) -> Case:
    return a_case(dana)


def note_day(client: Client, case: Case, days: int, **more: str) -> None:
    sent = filled(page_of(client, at(case, "deadlines")), at(case, "deadline_new"))
    day = (TODAY + timedelta(days=days)).isoformat()
    client.post(at(case, "deadline_new"), {**sent, "kind": "hearing", "due_on": day, **more})


def test_days_are_noted_soonest_first_with_what_is_left(case: Case, dana_at_desk: Client) -> None:
    for days, note in ((20, "far"), (-4, "gone"), (3, "near")):
        note_day(dana_at_desk, case, days, note=note)
    page = page_of(dana_at_desk, at(case, "deadlines"))
    rows = [words(row) for row in page.select(".due-list > li")]
    assert [next(n for n in ("gone", "near", "far") if n in row) for row in rows] == ["gone", "near", "far"]
    # By the clock of Kazakhstan a day may have begun that has not begun here.
    assert "passed 4 days ago" in rows[0] or "passed 5 days ago" in rows[0]
    assert "3 days left" in rows[1] or "2 days left" in rows[1]


def test_the_desk_begins_with_what_is_due_soon(
    case: Case, dana_at_desk: Client, petra_at_desk: Client
) -> None:
    note_day(dana_at_desk, case, 2, note="hearing of the lawyer")
    note_day(dana_at_desk, case, 20, note="far away")
    home = words(page_of(dana_at_desk, reverse("desk_home")))
    assert "Due soon Hearing: hearing of the lawyer" in home
    assert "far away" not in home
    assert "Due soon" not in words(page_of(petra_at_desk, reverse("desk_home")))


def test_done_is_undone(case: Case, dana_at_desk: Client) -> None:
    note_day(dana_at_desk, case, 2)
    deadline = Deadline.objects.get()
    dana_at_desk.post(at(case, "deadline_done", deadline.pk))
    assert "1 day that is done" in words(page_of(dana_at_desk, at(case, "deadlines")))
    dana_at_desk.post(at(case, "deadline_done", deadline.pk), {"undo": "1"})
    deadline.refresh_from_db()
    assert deadline.done_at is None


def test_a_day_is_corrected_and_a_wrong_one_comes_back(case: Case, dana_at_desk: Client) -> None:
    note_day(dana_at_desk, case, 2, note="hearing")
    deadline = Deadline.objects.get()
    page = page_of(dana_at_desk, f"{at(case, 'deadlines')}?correct={deadline.pk}")
    sent = filled(page, at(case, "deadline_correct", deadline.pk))
    assert sent["note"] == "hearing"
    far = dana_at_desk.post(at(case, "deadline_correct", deadline.pk), {**sent, "due_on": "1911-06-01"})
    assert (far.status_code, b"Check the year" in far.content) == (422, True)
    day = TODAY + timedelta(days=9)
    dana_at_desk.post(at(case, "deadline_correct", deadline.pk), {**sent, "due_on": day.isoformat()})
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.note) == (day, "hearing")


def test_an_empty_day_is_asked_for(case: Case, dana_at_desk: Client) -> None:
    answer = dana_at_desk.post(at(case, "deadline_new"), {"kind": "hearing", "note": "kept"})
    assert answer.status_code == 422
    assert b'value="kept"' in answer.content


def test_a_remedy_is_noted_corrected_and_shown_with_who_refused(case: Case, dana_at_desk: Client) -> None:
    sent = filled(page_of(dana_at_desk, at(case, "remedies")), at(case, "remedy_new"))
    sent |= {
        "kind": "hospital",
        "office_name": "Hospital No. 2",
        "asked_for": "treatment",
        "tried_on": "2011-06-05?",
        "outcome": "refused",
        "decided_by": "the doctor on duty",
        "reason_given": "orders from above",
    }
    wrong = dana_at_desk.post(at(case, "remedy_new"), {**sent, "tried_on": "last Ramadan"})
    assert (
        wrong.status_code,
        b"is not a date here" in wrong.content,
        b"orders from above" in wrong.content,
    ) == (
        422,
        True,
        True,
    )
    dana_at_desk.post(at(case, "remedy_new"), sent)
    page = words(page_of(dana_at_desk, at(case, "remedies")))
    assert "5 June 2011 (inferred)" in page
    assert (
        "Hospital No. 2 refused Asked for: treatment By: the doctor on duty. Reason given: orders from above"
        in page
    )
    remedy = Remedy.objects.get()
    fix = filled(
        page_of(dana_at_desk, f"{at(case, 'remedies')}?correct={remedy.pk}"),
        at(case, "remedy_correct", remedy.pk),
    )
    dana_at_desk.post(at(case, "remedy_correct", remedy.pk), {**fix, "outcome": "partly"})
    remedy.refresh_from_db()
    assert (remedy.outcome, remedy.reason_given) == ("partly", "orders from above")


def test_what_a_report_tells_is_noted_in_one_form(case: Case, dana_at_desk: Client) -> None:
    told = an_incident(case, type="complaint_refused", date="2011-12-20", actors=["the police"])
    page = page_of(dana_at_desk, at(case, "remedies"))
    assert "Complaint refused, 20 December 2011" in words(page)
    sent = filled(page_of(dana_at_desk, f"{at(case, 'remedies')}?from={told.pk}"), at(case, "remedy_new"))
    assert (sent["kind"], sent["tried_on"], sent["outcome"], sent["office_name"]) == (
        "police",
        "2011-12-20",
        "not_taken",
        "the police",
    )
    dana_at_desk.post(at(case, "remedy_new"), {**sent, "asked_for": "an inquiry into the shooting"})
    assert Remedy.objects.get().noted_from == told
    assert BeautifulSoup(dana_at_desk.get(at(case, "remedies")).content, "lxml").select(".note") == []
