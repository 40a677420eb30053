"""A person's word on what the reader proposed."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.reports.drafts import a_report, span
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.add import add_field, add_item
from tocsin.reports.decide import accept, correct, reject, show, undo
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Decision, Report, ReportState, ReviewField, ReviewItem, Section
from tocsin.reports.open_review import open_review
from tocsin.reports.queries import progress, reports_with_progress


@pytest.fixture
def report(rustam: Member) -> Report:
    report = a_report()
    open_review(report, rustam)
    report.refresh_from_db()
    return report


def one(report: Report, section: str, name: str) -> ReviewField:
    return ReviewField.objects.get(item__report=report, item__section=section, item__position=0, name=name)


def test_a_review_has_one_undecided_field_for_each_value_proposed(report: Report) -> None:
    person = ReviewItem.objects.get(report=report, section=Section.PEOPLE)
    assert [(f.name, f.value, f.decision) for f in person.fields.all()] == [
        ("name", "Lina Marwede", "proposed"),
        ("role", "lawyer", "proposed"),
        ("status", "missing", "proposed"),
        ("charge", "disturbing trade", "proposed"),
    ]
    assert [f.spans for f in person.fields.all()] == [
        [span("Lina Marwede")],
        [span("their lawyer Lina Marwede")],
        [span("their lawyer Lina Marwede")],
        [span("disturbing trade")],
    ]
    assert report.state == ReportState.IN_REVIEW


def test_a_statement_that_contradicts_the_first_keeps_its_reference(report: Report) -> None:
    second = ReviewItem.objects.get(report=report, section=Section.STATEMENTS, position=1)
    assert second.fields.get(name="contradicts").value == 0


def test_opening_twice_changes_nothing(report: Report, rustam: Member) -> None:
    before = ReviewField.objects.count()
    open_review(report, rustam)
    assert ReviewField.objects.count() == before


def test_accepting_notes_who_and_when(report: Report, rustam: Member) -> None:
    field = one(report, Section.PEOPLE, "role")
    accept([field], rustam, may_be_shown=True)
    field.refresh_from_db()
    assert (field.decision, field.may_be_shown, field.decided_by) == ("accepted", True, rustam)
    assert field.decided_at is not None


def test_accepted_is_not_shown_unless_said(report: Report, rustam: Member) -> None:
    accept(ReviewField.objects.filter(item__report=report), rustam)
    assert not ReviewField.objects.filter(may_be_shown=True).exists()


def test_the_name_of_a_person_is_never_shown_by_the_review(report: Report, rustam: Member) -> None:
    name = one(report, Section.PEOPLE, "name")
    accept([name], rustam, may_be_shown=True)
    show([name], rustam, True)
    correct(name, "Lina Marwede-Osk", rustam, may_be_shown=True)
    name.refresh_from_db()
    assert (name.value, name.may_be_shown) == ("Lina Marwede-Osk", False)


def test_a_correction_keeps_what_was_proposed(report: Report, rustam: Member) -> None:
    field = one(report, Section.PEOPLE, "charge")
    correct(field, "obstructing trade", rustam)
    field.refresh_from_db()
    assert (field.proposed, field.value, field.decision) == (
        "disturbing trade",
        "obstructing trade",
        Decision.CORRECTED,
    )
    undo([field], rustam)
    field.refresh_from_db()
    assert (field.value, field.decision, field.decided_by) == ("disturbing trade", Decision.PROPOSED, None)


def test_rejecting_takes_back_what_was_shown(report: Report, rustam: Member) -> None:
    field = one(report, Section.PEOPLE, "role")
    accept([field], rustam, may_be_shown=True)
    reject([field], rustam)
    field.refresh_from_db()
    assert (field.decision, field.may_be_shown, field.is_taken) == ("rejected", False, False)


def test_an_item_added_by_hand_rests_on_words_of_the_report(report: Report, rustam: Member) -> None:
    item = add_item(report, Section.GROUPS, "the crew", rustam, [tuple(span("It rained all night."))])
    field = item.fields.get()
    assert (item.position, item.added_by, field.value, field.decision, field.spans) == (
        1,
        rustam,
        "the crew",
        Decision.ADDED,
        [span("It rained all night.")],
    )


def test_words_that_do_not_stand_in_the_report_are_refused(report: Report, rustam: Member) -> None:
    before = ReviewItem.objects.count()
    with pytest.raises(CannotReview, match="do not stand in the report"):
        add_item(report, Section.GROUPS, "the crew", rustam, [(0, len(report.text) + 1)])
    assert ReviewItem.objects.count() == before


def test_a_field_is_added_once(report: Report, rustam: Member) -> None:
    person = ReviewItem.objects.get(report=report, section=Section.PEOPLE)
    add_field(person, "penalty", "two to four years", rustam)
    with pytest.raises(CannotReview, match="there already"):
        add_field(person, "penalty", "five years", rustam)
    assert person.fields.get(name="penalty").value == "two to four years"


def test_a_report_that_waits_cannot_be_decided_on(rustam: Member) -> None:
    report = a_report()
    with pytest.raises(CannotReview, match="not under review"):
        add_item(report, Section.GROUPS, "the crew", rustam)


@pytest.mark.parametrize("act", [accept, reject, undo])
def test_a_contributor_decides_nothing(report: Report, dana: Member, act) -> None:
    field = one(report, Section.PEOPLE, "role")
    with pytest.raises(PermissionDenied):
        act([field], dana)
    field.refresh_from_db()
    assert field.decision == Decision.PROPOSED
    assert not AuditEntry.objects.filter(member=dana).exists()


def test_progress_counts_what_was_decided(report: Report, rustam: Member) -> None:
    total = ReviewField.objects.filter(item__report=report).count()
    accept([one(report, Section.PEOPLE, "role")], rustam)
    reject([one(report, Section.PEOPLE, "charge")], rustam)
    done = progress(report)
    assert (done.decided, done.total, done.taken, done.unplaced) == (2, total, 1, 1)
    [listed] = reports_with_progress()
    assert (listed.fields_decided, listed.fields_total) == (2, total)
