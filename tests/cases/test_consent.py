"""Consent, its withdrawal, and who may be named how."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied

from tests import cast
from tests.cases.test_accept import reviewed
from tests.cast import put_on
from tests.reports.drafts import TEXT, draft, span
from tocsin.cases.accept import accept_report
from tocsin.cases.consent import record_consent, withdraw_consent
from tocsin.cases.end_judgement import part
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_same import judge_same
from tocsin.cases.minors import set_minor
from tocsin.cases.models import Case, Claim, Consent, Naming, PersonAtRisk
from tocsin.cases.name_person import show_name, withhold_name
from tocsin.cases.names import case_mask
from tocsin.cases.queries import case_view
from tocsin.members.models import AuditEntry, Member


@pytest.fixture(scope="module")
def accepted(once: None) -> int:
    rustam = cast.member("Rustam")
    return accept_report(reviewed(rustam), rustam).pk


@pytest.fixture
def case(accepted: int, db: None) -> Case:
    return Case.objects.get(pk=accepted)


@pytest.fixture
def person(case: Case) -> PersonAtRisk:
    return PersonAtRisk.objects.get(case=case)


def agree(person: PersonAtRisk, by: Member, basis: str = "family") -> Consent:
    return record_consent(person, basis, "her sister", "2015-05-09", "phone", "name and charge", by)


def name_now(person: PersonAtRisk) -> str:
    case = Case.objects.get(pk=person.case_id)
    return case_view(case, public=True).people[0].name if case_view(case, public=True).people else ""


def test_withdrawal_withholds_the_name_at_once_and_keeps_who_and_when(
    person: PersonAtRisk, rustam: Member
) -> None:
    consent = agree(person, rustam)
    show_name(person, "full", "family", "her sister, 9 May 2015", rustam)
    assert name_now(person) == "Lina Marwede"
    withdraw_consent(consent, "2015-06-01", "by phone", rustam)
    person.refresh_from_db()
    consent.refresh_from_db()
    assert (person.naming, person.consent_note) == (Naming.WITHHELD, "")
    assert (consent.given_by, consent.withdrawn_on, consent.withdrawn_by) == (
        "her sister",
        "2015-06-01",
        rustam,
    )
    assert "Marwede" not in case_mask(person.case).text(TEXT)


@pytest.mark.parametrize(
    ("withdrawn_on", "sentence"),
    [("2015-05-08", "before it was given"), ("2999-01-01", "lies ahead"), ("last Ramadan", "is not a date")],
)
def test_a_withdrawal_that_cannot_have_been_then_is_asked_for_again(
    person: PersonAtRisk, rustam: Member, withdrawn_on: str, sentence: str
) -> None:
    consent = agree(person, rustam)
    with pytest.raises(CannotChange, match=sentence):
        withdraw_consent(consent, withdrawn_on, "", rustam)
    consent.refresh_from_db()
    assert (consent.withdrawn_at, consent.withdrawn_on) == (None, "")


@pytest.mark.parametrize("basis", ["family", "published"])
def test_after_withdrawal_a_name_waits_for_a_new_consent(
    person: PersonAtRisk, rustam: Member, basis: str
) -> None:
    withdraw_consent(agree(person, rustam), "2015-06-01", "", rustam)
    with pytest.raises(CannotChange, match="Record a new one"):
        show_name(person, "full", basis, "a note", rustam)
    agree(person, rustam, "person")
    show_name(person, "full", basis, "a note", rustam)


def test_after_withdrawal_an_older_consent_is_no_ground(person: PersonAtRisk, rustam: Member) -> None:
    agree(person, rustam, "person")
    withdraw_consent(agree(person, rustam), "2015-06-01", "", rustam)
    with pytest.raises(CannotChange, match="Record a new one"):
        show_name(person, "full", "published", "a note", rustam)
    agree(person, rustam)
    show_name(person, "full", "published", "a note", rustam)
    assert name_now(person) == "Lina Marwede"


def test_an_older_consent_of_a_namesake_brings_no_name_back(case: Case, rustam: Member) -> None:
    accept_report(reviewed(rustam, text=TEXT + "\nSecond edition."), rustam, case=case)
    first, second = PersonAtRisk.objects.filter(case=case).order_by("pk")
    show_name(second, "full", "published", "in two papers", rustam)
    agree(first, rustam, "person")
    withdraw_consent(agree(first, rustam), "2015-06-01", "", rustam)
    assert "Marwede" not in case_mask(case).text(TEXT)
    agree(first, rustam)
    assert "Marwede" in case_mask(case).text(TEXT)


def test_withdrawal_reaches_everybody_judged_to_be_the_person(case: Case, rustam: Member) -> None:
    accept_report(reviewed(rustam, text=TEXT + "\nSecond edition."), rustam, case=case)
    first, second = PersonAtRisk.objects.filter(case=case).order_by("pk")
    PersonAtRisk.objects.filter(pk=second.pk).update(same_as=first)
    show_name(first, "full", "published", "in two papers", rustam)
    withdraw_consent(agree(PersonAtRisk.objects.get(pk=second.pk), rustam), "2015-06-01", "", rustam)
    first.refresh_from_db()
    assert first.naming == Naming.WITHHELD


def withhold(person: PersonAtRisk, by: Member) -> None:
    withhold_name(person, by)


def is_a_child(person: PersonAtRisk, by: Member) -> None:
    set_minor(person, True, by)


@pytest.mark.parametrize("hides", [withhold, is_a_child])
@pytest.mark.parametrize("at", [0, 1])
def test_a_name_that_was_withheld_stays_so_where_two_come_apart(
    case: Case, rustam: Member, hides: Callable[[PersonAtRisk, Member], None], at: int
) -> None:
    accept_report(reviewed(rustam, text=TEXT + "\nSecond edition."), rustam, case=case)
    both = PersonAtRisk.objects.filter(case=case).order_by("pk")
    for one in both:
        show_name(one, "full", "published", "in two papers", rustam)
    judge_same(*both, rustam)
    hides(both.all()[at], rustam)
    part(both.all()[at], rustam)
    first, second = both.all()
    assert first.naming == second.naming == Naming.WITHHELD
    assert first.is_minor == second.is_minor == (hides is is_a_child)
    assert "Marwede" not in case_mask(case).text(TEXT)
    entries = AuditEntry.objects.filter(act="person.name_withheld").order_by("pk")
    assert {entry.subject for entry in entries} == {f"personatrisk {one.pk}" for one in both}
    assert all(entry.revisions.get().before["naming"] == "full" for entry in entries)


def test_a_consent_is_withdrawn_once(person: PersonAtRisk, rustam: Member) -> None:
    consent = agree(person, rustam)
    withdraw_consent(consent, "2015-06-01", "", rustam)
    with pytest.raises(CannotChange, match="already"):
        withdraw_consent(consent, "2015-06-02", "", rustam)


@pytest.mark.parametrize(
    "wrong",
    [
        {"basis": "published"},
        {"given_by": " "},
        {"given_on": "last Ramadan"},
        {"given_on": ""},
        {"way": "dream"},
    ],
)
def test_a_consent_says_who_when_and_how(person: PersonAtRisk, rustam: Member, wrong: dict[str, str]) -> None:
    said = {"basis": "family", "given_by": "x", "given_on": "2015", "way": "phone", "note": ""} | wrong
    with pytest.raises(CannotChange):
        record_consent(person, by=rustam, **said)
    assert Consent.objects.count() == 0


def test_another_name_stands_for_the_true_one_and_tells_nobody(person: PersonAtRisk, rustam: Member) -> None:
    agree(person, rustam)
    for alias in ("", "Miss Marwede"):
        with pytest.raises(CannotChange):
            show_name(person, "alias", "family", "her sister", rustam, alias=alias)
    show_name(person, "alias", "family", "her sister", rustam, alias="Zane")
    assert name_now(person) == "Zane"


def test_a_child_is_named_in_full_only_with_the_familys_consent_and_a_second_word(
    person: PersonAtRisk, rustam: Member
) -> None:
    show_name(person, "full", "published", "in a paper", rustam)
    set_minor(person, True, rustam)
    person.refresh_from_db()
    assert person.naming == Naming.WITHHELD
    agree(person, rustam, "person")
    with pytest.raises(CannotChange, match="family or lawyer"):
        show_name(person, "full", "person", "herself", rustam, is_confirmed=True)
    agree(person, rustam, "family")
    with pytest.raises(CannotChange, match="tick"):
        show_name(person, "full", "family", "her sister", rustam)
    show_name(person, "full", "family", "her sister", rustam, is_confirmed=True)
    assert name_now(person) == "Lina Marwede"


def test_a_printed_age_makes_a_child(rustam: Member) -> None:
    warned = [{"code": "minor", "message": "A child.", "spans": [span("their lawyer Lina Marwede")]}]
    people = [draft()["people"][0], draft()["people"][0] | {"name": "Old Man", "spans": [span("It rained")]}]
    told = draft(people=people, warnings=warned)
    case = accept_report(reviewed(rustam, text=f"{TEXT}\nSecond edition.", draft=told), rustam)
    assert [p.is_minor for p in PersonAtRisk.objects.filter(case=case).order_by("pk")] == [True, False]


def test_a_name_that_waits_for_review_is_not_shown_with_the_rule(
    person: PersonAtRisk, rustam: Member
) -> None:
    waiting = Claim.objects.create(subject=person, predicate="name", value="Lina M", state="awaiting")
    show_name(person, "full", "published", "in a paper", rustam)
    waiting.refresh_from_db()
    assert waiting.may_be_shown is False


def test_a_contributor_records_no_consent(person: PersonAtRisk, dana: Member, rustam: Member) -> None:
    put_on(person.case, "Dana")
    for attempt in (lambda: agree(person, dana), lambda: set_minor(person, True, dana)):
        with pytest.raises(PermissionDenied):
            attempt()
    with pytest.raises(PermissionDenied):
        withdraw_consent(agree(person, rustam), "2015-06-01", "", dana)
