"""Which of a member's cases a report looks like, at the desk."""

from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests import cast
from tests.cases.test_accept import reviewed
from tests.reports.drafts import TEXT, a_report, draft
from tocsin.cases import claim_versions
from tocsin.cases.accept import accept_report
from tocsin.cases.match_case import match_of
from tocsin.cases.models import Case, CaseMember, Claim, ClaimState, SubjectKind
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import Member, Role
from tocsin.reports.decide import correct
from tocsin.reports.models import Report, ReviewField
from tocsin.reports.open_review import open_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(rustam: Member) -> Case:
    return accept_report(reviewed(rustam), rustam)


def second(**changed: Any) -> Report:
    """The same story told by others in another script."""
    people = [dict(draft()["people"][0], name="Лина Марведе")]
    given = {"people": people, "officials": [], "contacts": []} | changed
    return a_report(TEXT + "Again.", draft=draft(**given), publisher="Порт")


def test_a_report_looks_like_the_case_with_its_people_and_places(case: Case, rustam: Member) -> None:
    match = match_of(second(), rustam)
    assert match is not None
    assert match.case == case
    assert match.summary == "1 person, 1 place in common, the same country, dates near"
    assert match.reasons == "Лина Марведе, Riga"


def test_a_case_that_the_member_is_not_on_is_never_named(case: Case, rustam: Member, dana: Member) -> None:
    report = second()
    assert match_of(report, dana) is None
    page = cast.desk_client("Dana").get("/desk/").content.decode()
    assert ("Looks like" in page, case.slug in page) == (False, False)
    CaseMember.objects.create(case=case, member=dana, role=Role.VIEWER)
    assert match_of(report, dana) is not None
    assert match_of(report, dana, Role.REVIEWER) is None


def test_what_changes_in_the_case_is_seen_at_once(case: Case, rustam: Member) -> None:
    report = second(incidents=[], country=None)
    assert match_of(report, rustam) is not None
    Claim.objects.filter(subject__case=case, predicate="name").update(withdrawn_at=case.opened_at)
    assert match_of(report, rustam) is None
    Case.objects.update(frozen_at=case.opened_at)
    assert match_of(report, rustam) is None


def test_an_act_is_seen_at_once_and_what_nobody_noted_is_not_added_up_again(
    case: Case, rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_versions, "LATELY", timedelta(0))
    report = second(incidents=[], country=None)
    assert match_of(report, rustam) is not None
    with CaptureQueriesContext(connection) as queries:
        assert match_of(report, rustam) is not None
    assert [q["sql"] for q in queries.captured_queries if "cases_claim" in q["sql"]] == []
    for name in Claim.objects.filter(subject__case=case, predicate="name"):
        withdraw_claim(name, rustam)
    assert match_of(report, rustam) is None


def test_what_a_report_adds_to_a_case_is_seen_at_once(
    case: Case, rustam: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(claim_versions, "LATELY", timedelta(0))
    late = second(people=[dict(draft()["people"][0], name="Zoja Liepa")], incidents=[], country=None)
    assert match_of(late, rustam) is None
    people = [dict(draft()["people"][0], name="Zoja Liepa")]
    accept_report(reviewed(rustam, draft=draft(people=people), text=f"{TEXT} Zoja Liepa"), rustam, case)
    assert match_of(late, rustam) is not None


def test_the_inbox_says_so_and_the_last_step_has_it_chosen(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    report = second()
    row = BeautifulSoup(rustam_at_desk.get("/desk/").content, "lxml").select_one(".looks-like")
    assert " ".join(row.get_text().split()) == (
        f"Looks like {case.title}: 1 person, 1 place in common, the same country, dates near"
    )
    assert row.a["href"] == f"/desk/cases/{case.slug}/"
    open_review(report, rustam)
    page = BeautifulSoup(rustam_at_desk.get(f"/desk/reports/{report.public_id}/accept").content, "lxml")
    chosen = page.select_one("#id_case option[selected]")
    assert (chosen.get_text(), chosen["value"]) == (case.title, str(case.pk))
    assert page.select("#id_case option")[0].get_text() == "a new case"
    assert "It looks like" in page.get_text()


def test_once_decided_the_corrected_name_counts(case: Case, rustam: Member) -> None:
    people = [dict(draft()["people"][0], name="Line Marwete-Ozols")]
    report = second(people=people, incidents=[], country=None)
    assert match_of(report, rustam) is None
    open_review(report, rustam)
    assert match_of(report, rustam) is None
    name = ReviewField.objects.get(item__report=report, item__section="people", name="name")
    correct(name, "Lina Marwede", rustam)
    match = match_of(report, rustam)
    assert match is not None
    assert match.reasons == "Lina Marwede"
    ReviewField.objects.filter(pk=name.pk).update(decision="rejected")
    assert match_of(report, rustam) is None


def test_a_claim_that_waited_counts_once_it_is_accepted_even_where_another_goes(
    case: Case, rustam: Member
) -> None:
    """The number of claims that stand and the newest of them stay as they were."""
    report = second(incidents=[], country=None)
    name = Claim.objects.get(subject__case=case, predicate="name", subject__kind=SubjectKind.PERSON)
    Claim.objects.filter(pk=name.pk).update(state=ClaimState.AWAITING)
    assert match_of(report, rustam) is None
    other = Claim.objects.filter(subject__case=case, state=ClaimState.ACCEPTED).order_by("pk").first()
    assert other is not None
    Claim.objects.filter(pk=name.pk).update(state=ClaimState.ACCEPTED)
    Claim.objects.filter(pk=other.pk).update(withdrawn_at=case.opened_at)
    assert match_of(report, rustam) is not None
