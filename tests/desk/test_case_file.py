"""The case file at the desk."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests import cast
from tests.cases.test_accept import reviewed
from tests.cast import desk_client, put_everybody_on
from tests.reports.drafts import TEXT, draft, span
from tocsin.cases.accept import accept_report
from tocsin.cases.models import Case, CaseMember, Claim, PersonAtRisk
from tocsin.members.models import Member


@pytest.fixture(scope="module")
def made(once: None) -> int:
    rustam = cast.member("Rustam")
    case = accept_report(reviewed(rustam), rustam)
    put_everybody_on(case)
    return case.pk


@pytest.fixture
def case(made: int, db: None) -> Case:
    return Case.objects.get(pk=made)


def at(case: Case, name: str = "case_desk", *more: object) -> str:
    return reverse(name, args=[case.slug, *more])


def page_of(client: Client, case: Case) -> BeautifulSoup:
    response = client.get(at(case))
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def test_every_value_leads_back_to_its_words(case: Case, rustam_at_desk: Client) -> None:
    page = page_of(rustam_at_desk, case)
    link = next(a for a in page.select(".source a") if "disturbing trade" in a.get("title", ""))
    start, end = span("disturbing trade")
    report = case.reports.get()
    assert link["href"] == f"{reverse('report', args=[report.public_id])}#c{start}"
    assert link.get_text() == f"Report of 8 May 2015, Harbour Bulletin, characters {start}–{end}"
    review = BeautifulSoup(rustam_at_desk.get(link["href"].partition("#")[0]).content, "lxml")
    assert review.find(id=f"c{start}").get_text() == "disturbing trade"


def test_contradicting_statements_stand_side_by_side(case: Case, rustam_at_desk: Client) -> None:
    [pair] = page_of(rustam_at_desk, case).select(".side-by-side")
    assert [q.get_text() for q in pair.select("blockquote")] == [
        "Lina Marwede had gone home",
        "L. Marwede had been taken to another station",
    ]


def test_a_claim_is_shown_hidden_withdrawn_and_brought_back(case: Case, rustam_at_desk: Client) -> None:
    claim = Claim.objects.get(subject__case=case, predicate="charge")
    seen = []
    for act in ("show", "hide", "withdraw", "restore"):
        rustam_at_desk.post(at(case, "case_claims"), {act: str(claim.pk), "subject": claim.subject_id})
        claim.refresh_from_db()
        seen.append((claim.may_be_shown, claim.withdrawn_at is not None))
    assert seen == [(True, False), (False, False), (False, True), (False, False)]


def test_claims_of_another_case_are_out_of_reach(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    other = accept_report(reviewed(rustam, text=TEXT + "\nOther."), rustam)
    claim = Claim.objects.filter(subject__case=other, predicate="charge").get()
    rustam_at_desk.post(at(case, "case_claims"), {"show": str(claim.pk)})
    claim.refresh_from_db()
    assert claim.may_be_shown is False


def test_all_but_names_are_shown_in_one_press(case: Case, rustam_at_desk: Client) -> None:
    rustam_at_desk.post(at(case, "case_show_all"))
    hidden = Claim.objects.filter(subject__case=case, may_be_shown=False)
    assert [c.predicate for c in hidden] == ["name"]


def test_a_name_without_its_note_keeps_what_was_chosen(case: Case, rustam_at_desk: Client) -> None:
    person = PersonAtRisk.objects.get(case=case)
    response = rustam_at_desk.post(
        at(case, "person_name", person.pk), {"naming": "full", "basis": "family", "note": ""}
    )
    page = BeautifulSoup(response.content, "lxml")
    assert response.status_code == 422
    assert page.select_one(f"#naming-{person.pk} option[selected]")["value"] == "full"
    assert "Say who agreed and when" in page.select_one(".naming .errors").get_text()


def test_a_name_is_shown_and_withheld_again(case: Case, rustam_at_desk: Client) -> None:
    person = PersonAtRisk.objects.get(case=case)
    given = {"naming": "full", "basis": "family", "note": "Her sister, by phone, 2 May 2015"}
    rustam_at_desk.post(at(case, "person_name", person.pk), given)
    person.refresh_from_db()
    assert (person.naming, person.consent_note) == ("full", "Her sister, by phone, 2 May 2015")
    rustam_at_desk.post(at(case, "person_name", person.pk), {"naming": "withheld"})
    person.refresh_from_db()
    assert (person.naming, person.consent_note) == ("withheld", "")


def test_our_wording_is_edited_and_an_unknown_country_is_said(case: Case, rustam_at_desk: Client) -> None:
    given = {"title": "Dockers of Riga", "country": "Nowhereland", "assessment": "We think so."}
    response = rustam_at_desk.post(at(case, "case_edit"), given)
    assert (response.status_code, "No country is known as “Nowhereland”" in response.content.decode()) == (
        422,
        True,
    )
    rustam_at_desk.post(at(case, "case_edit"), given | {"country": "Latvia"})
    case.refresh_from_db()
    assert (case.title, case.country, case.assessment) == ("Dockers of Riga", "LV", "We think so.")


def test_freezing_and_thawing(case: Case, rustam_at_desk: Client, petra_at_desk: Client) -> None:
    rustam_at_desk.post(at(case, "case_freeze"), {"reason": "a threat"})
    page = page_of(rustam_at_desk, case)
    assert "Frozen since" in page.get_text()
    assert page.find("button", string="Make an action") is None
    assert rustam_at_desk.post(at(case, "case_thaw")).status_code == 403
    petra_at_desk.post(at(case, "case_thaw"))
    case.refresh_from_db()
    assert case.frozen_at is None


def test_both_reports_of_a_case_are_listed(case: Case, rustam: Member, rustam_at_desk: Client) -> None:
    accept_report(reviewed(rustam, text=TEXT + "\nSecond."), rustam, case=case)
    side = page_of(rustam_at_desk, case).find(class_="case-side")
    assert len(side.select("a[href*='/desk/reports/']")) == 2


@pytest.mark.django_db
def test_the_list_of_cases_begins_empty(dana_at_desk: Client) -> None:
    CaseMember.objects.all().delete()
    assert "There is no case yet." in dana_at_desk.get("/desk/cases/").content.decode()


def test_the_list_of_cases(case: Case, dana_at_desk: Client) -> None:
    page = BeautifulSoup(dana_at_desk.get("/desk/cases/").content, "lxml")
    [listed] = page.select(".case-list > li")
    assert "1 person at risk · 2 incidents · 1 report" in " ".join(listed.get_text().split())


@pytest.mark.parametrize("name", ["case_edit", "case_claims", "case_show_all", "case_freeze", "case_publish"])
def test_who_may_act(case: Case, name: str) -> None:
    address = at(case, name)
    assert (Client().post(address).status_code, desk_client("Dana").post(address).status_code) == (404, 403)


def test_a_contributor_reads_the_file_and_finds_no_buttons(case: Case, dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk, case)
    assert page.select("main button") == []
    assert "disturbing trade" in page.get_text()


@pytest.mark.parametrize("count", [1, 3])
def test_more_people_cost_no_more_queries(
    rustam: Member, rustam_at_desk: Client, count: int, django_assert_max_num_queries
) -> None:
    people = [dict(draft()["people"][0], name=f"Person {n}") for n in "abc"[:count]]
    case = accept_report(reviewed(rustam, draft=draft(people=people), text=TEXT + "\nOurs."), rustam)
    with django_assert_max_num_queries(30):
        page = page_of(rustam_at_desk, case)
    assert len(page.select(".naming")) == count


def test_a_pasted_list_of_130_costs_as_many_queries_as_five(rustam: Member, rustam_at_desk: Client) -> None:
    counted = []
    for count in (5, 130):
        people = [dict(draft()["people"][0], name=f"Person {count} {n:03}") for n in range(count)]
        case = accept_report(reviewed(rustam, draft=draft(people=people), text=f"{TEXT} {count}"), rustam)
        with CaptureQueriesContext(connection) as queries:
            page = page_of(rustam_at_desk, case)
        assert page.select_one("#people-head span").get_text() == str(count)
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_two_who_write_at_once_lose_nothing(case: Case, rustam_at_desk: Client) -> None:
    def form_of(page: bytes) -> dict[str, str]:
        form = BeautifulSoup(page, "lxml").find("form", action=at(case, "case_edit"))
        return {"title": "Riga", "country": "LV", "seen": form.find("input", {"name": "seen"})["value"]}

    opened = form_of(rustam_at_desk.get(at(case, "case_desk")).content)
    first, second = opened | {"assessment": "By one."}, opened | {"assessment": "By the other."}
    assert rustam_at_desk.post(at(case, "case_edit"), first).status_code == 302
    late = rustam_at_desk.post(at(case, "case_edit"), second)
    case.refresh_from_db()
    assert (late.status_code, case.assessment) == (422, "By one.")
    page = late.content.decode()
    for shown in ("Somebody has changed this meanwhile", "<p>By one.</p>", "By the other.</textarea>"):
        assert shown in page
    again = form_of(late.content) | {"assessment": "By both."}
    assert rustam_at_desk.post(at(case, "case_edit"), again).status_code == 302
    case.refresh_from_db()
    assert case.assessment == "By both."
