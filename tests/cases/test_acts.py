"""Who may change what of a case, and what it leaves in the audit trail."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from tests.cases.test_accept import reviewed
from tests.cast import put_everybody_on
from tocsin.cases.accept import accept_report
from tocsin.cases.edit import edit_case
from tocsin.cases.errors import CannotChange
from tocsin.cases.freeze import freeze, thaw
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, Claim, PersonAtRisk
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.publish import publish_case, withdraw_case
from tocsin.cases.show_claim import show_claim, show_claims
from tocsin.cases.withdraw import restore_claim, withdraw_claim
from tocsin.jobs.models import Job
from tocsin.members.models import AuditEntry, Member


@pytest.fixture
def case(rustam: Member) -> Case:
    case = accept_report(reviewed(rustam), rustam)
    put_everybody_on(case)
    return case


@pytest.fixture
def person(case: Case) -> PersonAtRisk:
    return PersonAtRisk.objects.get(case=case)


@pytest.fixture
def claim(case: Case) -> Claim:
    return Claim.objects.get(subject__case=case, predicate="charge")


def acts_of(by: Member) -> list[str]:
    return [e.act for e in AuditEntry.objects.filter(member=by).order_by("pk")]


@pytest.mark.parametrize(
    ("naming", "basis", "note"),
    [
        ("full", "", "a note"),
        ("full", "family", " "),
        ("initials", "hearsay", "a note"),
        ("whole", "family", "x"),
    ],
)
def test_a_name_without_a_ground_and_its_note_stays_withheld(
    person: PersonAtRisk, rustam: Member, naming: str, basis: str, note: str
) -> None:
    with pytest.raises(CannotChange):
        show_name(person, naming, basis, note, rustam)
    person.refresh_from_db()
    assert person.naming == "withheld"


def test_the_database_itself_holds_a_shown_name_to_its_ground(person: PersonAtRisk) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        PersonAtRisk.objects.filter(pk=person.pk).update(naming="full")


def test_showing_a_name_notes_on_whose_word(person: PersonAtRisk, rustam: Member) -> None:
    show_name(person, "full", "family", "Her sister, by phone", rustam)
    person.refresh_from_db()
    assert (person.consent_by, person.consent_note, person.consent_at is not None) == (
        rustam,
        "Her sister, by phone",
        True,
    )
    entry = AuditEntry.objects.get(act="person.name_shown")
    assert entry.detail == {"naming": "full", "basis": "family", "note": "Her sister, by phone"}


def test_a_name_is_no_ordinary_claim(person: PersonAtRisk, rustam: Member) -> None:
    name = Claim.objects.get(subject=person, predicate="name")
    with pytest.raises(CannotChange, match="on what ground"):
        show_claim(name, rustam)
    assert show_claims([name], rustam) == 0


def test_a_withdrawn_claim_is_brought_back_before_it_is_shown(claim: Claim, rustam: Member) -> None:
    withdraw_claim(claim, rustam)
    with pytest.raises(CannotChange, match="withdrawn"):
        show_claim(claim, rustam)
    restore_claim(claim, rustam)
    show_claim(claim, rustam)
    claim.refresh_from_db()
    assert (claim.may_be_shown, claim.withdrawn_at) == (True, None)


@pytest.mark.parametrize(
    "act",
    [
        lambda case, claim, by: show_claim(claim, by),
        lambda case, claim, by: withdraw_claim(claim, by),
        lambda case, claim, by: freeze(case, by),
        lambda case, claim, by: edit_case(case, "A title", "LV", "", by),
    ],
    ids=["shown", "withdrawn", "frozen", "edited"],
)
def test_every_change_tells_the_public_pages(
    act: Callable[[Case, Claim, Member], object],
    case: Case,
    claim: Claim,
    rustam: Member,
    django_capture_on_commit_callbacks: Callable[[], AbstractContextManager[object]],
) -> None:
    Job.objects.all().delete()
    with django_capture_on_commit_callbacks():  # accepting the report told them too, in a commit that is over
        act(case, claim, rustam)
    told = Job.objects.filter(kind="pages.case_changed")
    assert [job.payload for job in told] == [{"case": case.pk}]


def test_a_case_is_published_and_thawed_by_a_publisher_alone(
    case: Case, rustam: Member, petra: Member
) -> None:
    for act in (publish_case, withdraw_case, thaw):
        with pytest.raises(PermissionDenied):
            act(case, rustam)
    freeze(case, rustam)
    with pytest.raises(CannotChange, match="frozen"):
        publish_case(case, petra)
    thaw(case, petra)
    publish_case(case, petra)
    case.refresh_from_db()
    assert (case.is_public, case.frozen_at) == (True, None)
    assert acts_of(petra) == ["case.thawed", "case.published"]


def test_a_contributor_changes_nothing_of_a_case(
    case: Case, claim: Claim, person: PersonAtRisk, dana: Member
) -> None:
    tries = [
        lambda: show_claim(claim, dana),
        lambda: show_claims([claim], dana),
        lambda: withdraw_claim(claim, dana),
        lambda: restore_claim(claim, dana),
        lambda: show_name(person, "full", "family", "x", dana),
        lambda: withhold_name(person, dana),
        lambda: freeze(case, dana),
        lambda: edit_case(case, "Other", "", "", dana),
        lambda: judge_same(person, person, dana),
    ]
    for attempt in tries:
        with pytest.raises(PermissionDenied):
            attempt()
    assert acts_of(dana) == []


def test_a_case_keeps_a_title(case: Case, rustam: Member) -> None:
    with pytest.raises(CannotChange, match="title"):
        edit_case(case, "  ", "LV", "words", rustam)
    case.refresh_from_db()
    assert (case.title, case.assessment) == ("Latvia, 8 May 2015", "")


def test_a_person_is_not_joined_to_herself(person: PersonAtRisk, rustam: Member) -> None:
    with pytest.raises(CannotChange):
        judge_same(person, person, rustam)
