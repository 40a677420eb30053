"""From a reviewed report to a case."""

import pytest

from tests.reports.drafts import TEXT, a_report, draft, span
from tocsin.cases.accept import accept_report
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, Claim, Subject
from tocsin.cases.queries import case_view
from tocsin.cases.same_queries import waiting
from tocsin.directory.models import Accreditation, ContactPoint, Office
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.decide import accept, correct, reject
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report, ReportState, ReviewField, Section
from tocsin.reports.open_review import open_review


def reviewed(by: Member, **changed: object) -> Report:
    """A report of which everything was accepted."""
    report = a_report(**changed)
    open_review(report, by)
    accept(ReviewField.objects.filter(item__report=report), by)
    return report


def field_of(report: Report, section: str, name: str, position: int = 0) -> ReviewField:
    return ReviewField.objects.get(
        item__report=report, item__section=section, item__position=position, name=name
    )


def test_every_taken_field_becomes_a_claim_with_report_and_words(rustam: Member) -> None:
    report = reviewed(rustam)
    case = accept_report(report, rustam)
    charge = Claim.objects.get(subject__case=case, predicate="charge")
    assert (charge.value, charge.report, charge.spans, charge.accepted_by) == (
        "disturbing trade",
        report,
        [span("disturbing trade")],
        rustam,
    )
    report.refresh_from_db()
    assert (report.state, list(case.reports.all())) == (ReportState.ACCEPTED, [report])


def test_undecided_and_rejected_fields_stay_out(rustam: Member) -> None:
    report = a_report()
    open_review(report, rustam)
    accept([field_of(report, Section.PEOPLE, "name")], rustam)
    reject([field_of(report, Section.PEOPLE, "charge")], rustam)
    case = accept_report(report, rustam)
    claims = Claim.objects.filter(subject__case=case)
    assert [(c.predicate, c.value) for c in claims] == [("name", "Lina Marwede")]


def test_a_corrected_field_keeps_the_words_it_was_read_from(rustam: Member) -> None:
    report = a_report()
    open_review(report, rustam)
    correct(field_of(report, Section.PEOPLE, "charge"), "obstructing trade", rustam)
    case = accept_report(report, rustam)
    [person] = case_view(case, public=False).people
    [source] = person.all("charge")[0].sources
    assert (person.text("charge"), source.quote) == ("obstructing trade", "disturbing trade")


def test_nothing_accepted_is_no_case(rustam: Member) -> None:
    report = a_report()
    open_review(report, rustam)
    with pytest.raises(CannotReview, match="Nothing was accepted yet"):
        accept_report(report, rustam)
    assert Case.objects.count() == 0


def test_what_is_decided_later_joins_the_same_case(rustam: Member) -> None:
    report = a_report()
    open_review(report, rustam)
    accept([field_of(report, Section.PEOPLE, "name")], rustam)
    case = accept_report(report, rustam)
    accept([field_of(report, Section.PEOPLE, "charge")], rustam)
    assert accept_report(report, rustam) == case
    [person] = case_view(case, public=False).people
    assert sorted(person.values) == ["charge", "name"]


def test_what_a_case_holds_changes_there_alone(rustam: Member) -> None:
    report = reviewed(rustam)
    accept_report(report, rustam)
    with pytest.raises(CannotReview, match="in the case file"):
        reject([field_of(report, Section.PEOPLE, "name")], rustam)


def test_a_printed_contact_becomes_an_office_that_nobody_may_use_yet(rustam: Member) -> None:
    accept_report(reviewed(rustam), rustam)
    office = Office.objects.get(name="Embassy of Latvia in Oslo")
    points = ContactPoint.objects.filter(office=office).order_by("channel")
    assert [(p.channel, p.as_written, p.value, p.is_usable, p.source, p.source_date) for p in points] == [
        (
            "phone",
            "+47 22 54 22 80",
            "+4722542280",
            False,
            "Report of 8 May 2015, Harbour Bulletin",
            "2015-05-08",
        ),
        (
            "post",
            "Bygdoy alle 76, Oslo, Norway",
            "Bygdoy alle 76, Oslo, Norway",
            False,
            "Report of 8 May 2015, Harbour Bulletin",
            "2015-05-08",
        ),
    ]
    assert sorted(Accreditation.objects.values_list("serves", flat=True)) == ["IS", "NO"]


def test_the_same_office_printed_twice_is_one_office(rustam: Member) -> None:
    first = draft()["contacts"][0]
    second = first | {"office": "Embassy of Latvia for Iceland", "serves": ["IS"], "same_as": 0}
    report = reviewed(rustam, draft=draft(contacts=[first, second]))
    case = accept_report(report, rustam)
    assert Office.objects.count() == 1
    assert len(case_view(case, public=False).offices) == 2


def test_contradicting_statements_stand_side_by_side(rustam: Member) -> None:
    case = accept_report(reviewed(rustam), rustam)
    [thread] = case_view(case, public=False).statements
    assert [s.gist for s in thread.statements] == [
        "Lina Marwede had gone home",
        "L. Marwede had been taken to another station",
    ]
    assert thread.is_contradictory


def test_a_second_report_joins_the_case_and_its_namesake_is_proposed_as_the_same(rustam: Member) -> None:
    case = accept_report(reviewed(rustam), rustam)
    second = reviewed(rustam, text=TEXT + "\nSecond edition.")
    accept_report(second, rustam, case=case)
    assert [p.name for p in case_view(case, public=False).people] == ["Lina Marwede", "Lina Marwede"]
    [proposal] = [p for p in waiting(case).shown if p.left.kind == "person"]
    judge_same(proposal.left, proposal.right, rustam, proposal.score)
    view = case_view(case, public=False)
    assert [p.name for p in view.people] == ["Lina Marwede"]
    assert len(view.people[0].all("charge")) == 1
    assert len(view.people[0].all("charge")[0].sources) == 2
    assert len(view.reports) == 2


def test_the_same_initials_are_not_the_same_person(rustam: Member) -> None:
    people = [draft()["people"][0] | {"name": "L. M."}]
    case = accept_report(reviewed(rustam, draft=draft(people=people)), rustam)
    second = reviewed(rustam, text=TEXT + "\nSecond edition.", draft=draft(people=people))
    accept_report(second, rustam, case=case)
    assert [p.name for p in case_view(case, public=False).people] == ["L. M.", "L. M."]
    assert [p for p in waiting(case).shown if p.left.kind == "person"] == []


def test_a_report_belongs_to_one_case(rustam: Member) -> None:
    report = reviewed(rustam)
    accept_report(report, rustam)
    other = Case.objects.create(slug="other", title="Other")
    with pytest.raises(CannotReview, match="part of the case"):
        accept_report(report, rustam, case=other)


def test_the_title_and_address_of_a_case_name_nobody(rustam: Member) -> None:
    case = accept_report(reviewed(rustam), rustam)
    assert (case.title, case.slug, case.country) == ("Latvia, 8 May 2015", "latvia-2015", "LV")


def test_a_failure_leaves_nothing_behind(rustam: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    report = reviewed(rustam)
    entries = AuditEntry.objects.count()

    def fail(*_: object) -> None:
        raise RuntimeError("lost power")

    monkeypatch.setattr("tocsin.cases.accept.case_changed", fail)
    with pytest.raises(RuntimeError):
        accept_report(report, rustam)
    report.refresh_from_db()
    left = (Case.objects.count(), Subject.objects.count(), Claim.objects.count(), Office.objects.count())
    assert (left, report.state, AuditEntry.objects.count()) == ((0, 0, 0, 0), ReportState.IN_REVIEW, entries)
