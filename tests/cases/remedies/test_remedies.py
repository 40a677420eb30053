"""Remedies tried, and those of which reports tell."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from tests.cases.asking import a_case, an_office
from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case, Claim, Remedy, Subject, SubjectKind
from tocsin.cases.remedies.note_remedy import Tried, correct_remedy, note_remedy
from tocsin.cases.remedies.proposals import TELLS_OF, Proposal, proposals
from tocsin.members.models import AuditEntry, Member
from tocsin.terms.incidents import incident_types

TRIED = Tried(
    kind="hospital",
    asked_for="treatment of a broken arm",
    tried_on="2011-06-05?",
    office_name="Hospital  No. 2",
    outcome="refused",
    decided_by="the doctor on duty",
    reason_given="orders from above",
)


def an_incident(case: Case, **said: object) -> Subject:
    subject = Subject.objects.create(case=case, kind=SubjectKind.INCIDENT)
    for predicate, value in said.items():
        Claim.objects.create(subject=subject, predicate=predicate, value=value)
    return subject


def test_a_remedy_says_where_what_was_refused_and_by_whom(rustam: Member) -> None:
    remedy = note_remedy(a_case(rustam), TRIED, rustam)
    remedy.refresh_from_db()
    assert (remedy.office_name, remedy.asked_for, remedy.tried_on, remedy.outcome, remedy.decided_by) == (
        "Hospital No. 2",
        "treatment of a broken arm",
        "2011-06-05?",
        "refused",
        "the doctor on duty",
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"office_name": " "},
        {"asked_for": ""},
        {"tried_on": ""},
        {"tried_on": "last Ramadan"},
        {"tried_on": "2011-02-30"},
        {"decided_on": "soon"},
        {"tried_on": "2999"},
        {"tried_on": "2011-06-07/2011-06-05"},
        {"decided_on": "2999-01"},
        {"decided_on": "2011-06-04"},
        {"kind": "oracle"},
        {"outcome": "perhaps"},
    ],
)
def test_what_is_missing_or_cannot_be_is_refused(rustam: Member, wrong: dict[str, str]) -> None:
    with pytest.raises(CannotChange):
        note_remedy(a_case(rustam), replace(TRIED, **wrong), rustam)
    assert Remedy.objects.count() == 0


def test_a_correction_leaves_what_stood_there_in_the_trail(rustam: Member) -> None:
    case = a_case(rustam)
    remedy = note_remedy(case, TRIED, rustam)
    court = an_office(case, "City court", "court")
    correct_remedy(remedy, replace(TRIED, kind="court", office=court, office_name=""), rustam)
    entry = AuditEntry.objects.get(act="remedy.corrected")
    assert entry.revisions.get().before == {
        "kind": "hospital",
        "office": None,
        "office_name": "Hospital No. 2",
    }
    assert entry.revisions.get().after == {"kind": "court", "office": court.pk, "office_name": "City court"}


def test_nobody_from_outside_notes_anything(rustam: Member, petra: Member) -> None:
    case = a_case(rustam)
    remedy = note_remedy(case, TRIED, rustam)
    with pytest.raises(PermissionDenied):
        note_remedy(case, TRIED, petra)
    with pytest.raises(PermissionDenied):
        correct_remedy(remedy, TRIED, petra)


def test_reports_tell_of_remedies(rustam: Member) -> None:
    case = a_case(rustam)
    told = an_incident(
        case,
        type="complaint_refused",
        date="2011-12-20",
        actors=["the police of Zhanaozen"],
        place={"name": "Zhanaozen", "country": "KZ"},
    )
    an_incident(case, type="dispersal", date="2011-12-16")
    assert proposals(case) == [
        Proposal(
            told,
            "police",
            "not_taken",
            "Complaint refused",
            "2011-12-20",
            "the police of Zhanaozen",
            "Zhanaozen",
            "",
        )
    ]


def test_what_was_noted_or_does_not_stand_is_not_proposed(rustam: Member) -> None:
    case = a_case(rustam)
    told = an_incident(case, type="medical_care_denied")
    withdrawn = an_incident(case, type="medical_care_denied")
    withdrawn.claims.update(withdrawn_at="2026-01-01T00:00Z")
    an_incident(case, type="appeal_filed").claims.update(state="awaiting")
    assert [p.subject for p in proposals(case)] == [told]
    first = note_remedy(case, TRIED, rustam, noted_from=told)
    assert note_remedy(case, TRIED, rustam, noted_from=told) == first
    assert proposals(case) == []


def test_the_incidents_that_tell_are_in_the_vocabulary() -> None:
    assert set(TELLS_OF) <= set(incident_types())
