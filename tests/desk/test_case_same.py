"""Same or not: the page on which pairs are judged."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cases.told import a_case, a_source, incident, person
from tests.cast import put_on
from tocsin.cases.find_same import find_same
from tocsin.cases.models import Case, Judgement, Subject
from tocsin.members.models import Member


@pytest.fixture
def case(rustam: Member) -> Case:
    case = a_case()
    put_on(case, "Rustam")
    known, new = a_source(case), a_source(case, "Police beat them at the gate")
    incident(case, "beating", "2015-05-03", report=known, count={"low": 9, "high": 9, "text": "nine"})
    incident(case, "beating", "2015-05-04", "Рига", new, count={"low": 10, "high": 10, "text": "ten"})
    person(case, "Lina Marwede", known)
    person(case, "L. Marwede", new)
    find_same(case)
    return case


def at(case: Case, name: str = "case_same", *more: object) -> str:
    return reverse(name, args=[case.slug, *more])


def page_of(client: Client, address: str) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "lxml")


def words(part: BeautifulSoup) -> str:
    return " ".join(part.get_text().split())


def test_a_pair_stands_side_by_side_with_what_agrees_and_differs(case: Case, rustam_at_desk: Client) -> None:
    pairs = page_of(rustam_at_desk, at(case)).select(".pair")
    assert len(pairs) == 2
    beating = next(p for p in pairs if "Beating" in p.get_text())
    rows = {words(row.dt).split(" ✓")[0].split(" ✕")[0]: row for row in beating.select(".pair-fields > div")}
    assert [dd.get_text() for dd in rows["When"].select("dd")] == ["3 May 2015", "4 May 2015"]
    assert words(rows["When"].dt) == "When ✓ one day apart"
    assert words(rows["Where"].dt) == "Where ✓ the same place"
    assert words(rows["How many affected"].dt) == "How many affected ✓ the counts come near each other"
    assert [q.get_text() for q in beating.select("blockquote")] == ["Latvia: do", "Police bea"]
    assert [b["value"] for b in beating.select("button[name=verdict]")] == ["same", "apart", "unsure"]


def test_an_old_page_does_not_overturn_what_another_has_said(case: Case, rustam_at_desk: Client) -> None:
    judge(rustam_at_desk, case, "same")
    late = judge(rustam_at_desk, case, "apart")
    assert late.status_code == 422
    assert "Rustam has judged these two meanwhile: the same. Undo that" in late.content.decode()
    assert [made.verdict for made in Judgement.objects.filter(ended_at=None)] == ["same"]


def judge(client: Client, case: Case, verdict: str, kind: str = "person") -> str:
    left, right = Subject.objects.filter(case=case, kind=kind)
    given = {"left": left.pk, "right": right.pk, "verdict": verdict, "place": "2"}
    return client.post(at(case, "case_same_judge"), given)


def test_judging_and_undoing(case: Case, rustam_at_desk: Client) -> None:
    answer = judge(rustam_at_desk, case, "same")
    made = Judgement.objects.get()
    assert answer["Location"] == f"{at(case)}?done={made.pk}#pair-2"
    assert (made.verdict, made.score is not None, made.judged_by.name) == ("same", True, "Rustam")
    page = page_of(rustam_at_desk, answer["Location"])
    assert words(page.select_one("[data-undo] [role=status]")) == "Noted: the same."
    assert [words(p) for p in page.select(".judged .state")] == ["the same"]
    assert len(page.select(".pair")) == 1
    rustam_at_desk.post(page.select_one("[data-undo]")["action"])
    assert Subject.objects.filter(same_as__isnull=False).count() == 0
    assert len(page_of(rustam_at_desk, at(case)).select(".pair")) == 2


@pytest.mark.parametrize(("verdict", "left_over"), [("apart", 1), ("unsure", 2)])
def test_a_no_goes_away_and_a_doubt_stays_below(
    case: Case, rustam_at_desk: Client, verdict: str, left_over: int
) -> None:
    judge(rustam_at_desk, case, verdict)
    pairs = page_of(rustam_at_desk, at(case)).select(".pair")
    assert len(pairs) == left_over
    assert ("could not be told" in pairs[-1].get_text()) is (verdict == "unsure")


def test_what_waits_is_told_beside_the_parts_of_the_case(case: Case, rustam_at_desk: Client) -> None:
    def line() -> str:
        page = page_of(rustam_at_desk, at(case, "case_desk"))
        return words(next(a for a in page.select(".case-nav a") if a["href"] == at(case)))

    assert line() == "Same or not? 2"
    judge(rustam_at_desk, case, "same")
    judge(rustam_at_desk, case, "apart", "incident")
    assert line() == "Same or not?"
    page = page_of(rustam_at_desk, at(case))
    assert words(page.select_one(".empty p")) == "Nothing waits to be judged."


def test_a_refused_judgement_says_why_and_changes_nothing(case: Case, rustam_at_desk: Client) -> None:
    judge(rustam_at_desk, case, "same")
    again = judge(rustam_at_desk, case, "same")
    assert (again.status_code, "These are one already." in again.content.decode()) == (422, True)
    nonsense = judge(rustam_at_desk, case, "perhaps")
    assert (nonsense.status_code, "Choose one of the three" in nonsense.content.decode()) == (422, True)
    assert Judgement.objects.count() == 1


@pytest.mark.parametrize("key", ["", "x", "-1", "99999999999999999999", "4"])
def test_what_is_no_subject_of_the_case_is_not_found(case: Case, rustam_at_desk: Client, key: str) -> None:
    elsewhere = person(a_case("elsewhere"), "Lina Marwede")
    here = Subject.objects.filter(case=case).first()
    for right in (key, str(elsewhere.pk)):
        given = {
            "left": str(here.pk),
            "right": right if right != "4" else str(elsewhere.pk),
            "verdict": "same",
        }
        assert rustam_at_desk.post(at(case, "case_same_judge"), given).status_code == 404


def test_who_may_only_look_sees_the_pairs_without_buttons(case: Case, dana_at_desk: Client) -> None:
    put_on(case, "Dana")
    page = page_of(dana_at_desk, at(case))
    assert (len(page.select(".pair")), page.select("button[name=verdict]")) == (2, [])
    left, right = Subject.objects.filter(case=case, kind="person")
    given = {"left": left.pk, "right": right.pk, "verdict": "same"}
    assert dana_at_desk.post(at(case, "case_same_judge"), given).status_code == 403


def test_more_pairs_cost_no_more_queries(
    case: Case, rustam_at_desk: Client, django_assert_max_num_queries
) -> None:
    for _ in range(4):
        incident(case, "beating", "2015-05-03")
    find_same(case)
    with django_assert_max_num_queries(24):
        page = page_of(rustam_at_desk, at(case))
    assert len(page.select(".pair")) == 16
