"""The search page."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cases.told import a_case, incident, person
from tests.cast import desk_client, put_on
from tests.reports.drafts import a_report, draft
from tocsin.cases.models import Case
from tocsin.cases.search.index import index_case, index_offices, index_reports
from tocsin.directory.models import Office


def page_of(client: Client, **asked: str) -> BeautifulSoup:
    answer = client.get("/desk/search/", asked)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


@pytest.fixture
def case(db: None) -> Case:
    """Lina Marwede, what happened to her, a report and an office that has her name."""
    case = a_case()
    put_on(case, "Dana")
    person(case, "Lina Marwede", charge="disturbing <b>trade</b>")
    incident(case, "beating", "2015-05-03", place="Marwede")
    report = a_report(
        "In the port of Riga Lina Marwede was beaten.", name="riga.txt", draft=draft(headline=None)
    )
    office = Office.objects.create(name="Marwede House", of_country="LV", city="Riga")
    index_case(case)
    index_reports([report.pk])
    index_offices([office.pk])
    return case


def test_each_kind_leads_to_its_page_with_the_found_words_marked(case: Case, dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk, q="marwede")
    leads = {a.get_text(): a["href"].split("/")[2] for a in page.select(".result-title a")}
    assert leads == {
        "Lina Marwede": "cases",
        "Beating or assault, Marwede, Latvia": "cases",
        "Marwede House": "offices",
        "riga.txt": "reports",
    }
    assert {mark.get_text() for mark in page.select("mark")} == {"Marwede"}
    for link in page.select(".result-title a"):
        assert dana_at_desk.get(link["href"]).status_code == 200
    piles = [" ".join(a.get_text().split()) for a in page.select(".piles a")]
    assert piles == ["all 4", "people 1", "what happened 1", "offices 1", "reports 1"]


def test_what_is_shown_is_never_markup(case: Case, dana_at_desk: Client) -> None:
    answer = dana_at_desk.get("/desk/search/", {"q": "disturbing <script>"}).content
    assert b"<script>" not in answer.replace(b"<script src", b"")
    found = dana_at_desk.get("/desk/search/", {"q": "disturbing"}).content.decode()
    assert "<mark>disturbing</mark> &lt;b&gt;trade&lt;/b&gt;" in found


def test_results_are_narrowed_by_link_and_by_form(case: Case, dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk, q="marwede")
    link = page.select(".piles a")[1]["href"]
    narrowed = BeautifulSoup(dana_at_desk.get(f"/desk/search/{link}").content, "lxml")
    assert [a.get_text() for a in narrowed.select(".result-title a")] == ["Lina Marwede"]
    only = page_of(dana_at_desk, q="marwede", case=case.slug, kind="incident", since="2015-01-01")
    assert [a.get_text() for a in only.select(".result-title a")] == ["Beating or assault, Marwede, Latvia"]
    assert only.find("details", class_="search-filter").has_attr("open")
    assert [o["value"] for o in only.select("#id_case option")] == ["", case.slug]


def test_who_is_not_on_a_case_learns_nothing_of_it(case: Case, rustam_at_desk: Client) -> None:
    page = page_of(rustam_at_desk, q="marwede")
    assert {a.get_text() for a in page.select(".result-title a")} == {"Marwede House", "riga.txt"}
    assert page.select(".piles a")[0].get_text() == "all 2"
    assert [o["value"] for o in page.select("#id_case option")] == [""]
    assert "Dockers" not in page.get_text()
    assert page_of(rustam_at_desk, q="marwede", case=case.slug).select(".errorlist")


def test_no_language_is_offered_of_a_case_that_is_not_hers(
    case: Case, dana_at_desk: Client, rustam_at_desk: Client
) -> None:
    case.reports.add(a_report("Лину Марведе избили в порту Риги.", language="ru"))
    offered = [
        [o["value"] for o in page_of(client).select("#id_language option")]
        for client in (dana_at_desk, rustam_at_desk)
    ]
    assert offered == [["", "en", "ru"], ["", "en"]]
    assert page_of(rustam_at_desk, q="marwede", language="ru").select(".errorlist")


def test_an_empty_page_and_one_without_a_result_say_what_to_do(case: Case, dana_at_desk: Client) -> None:
    assert "Sokolova finds Соколова" in page_of(dana_at_desk).get_text()
    page = page_of(dana_at_desk, q="nobody", kind="person")
    assert "No result for “nobody”." in page.get_text()
    assert "Try fewer letters" in page.get_text()
    assert page.find("a", string="Search without narrowing down")["href"] == "/desk/search/?q=nobody"


@pytest.mark.parametrize(("typed", "said"), [("a", "at least two letters"), ("x" * 10_000, "too long")])
def test_what_cannot_be_searched_for_is_told_at_the_field(
    dana_at_desk: Client, typed: str, said: str
) -> None:
    answer = dana_at_desk.get("/desk/search/", {"q": typed})
    page = BeautifulSoup(answer.content, "lxml")
    assert answer.status_code == 422
    assert said in page.find(id="q-trouble").get_text()
    assert page.find(id="q")["aria-describedby"] == "q-trouble"


def test_a_wrong_day_is_told_and_left_out(case: Case, dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk, q="marwede", since="last Ramadan")
    assert page.select(".field-wrong .errorlist")
    assert len(page.select(".result-title")) == 4


def test_pages_are_of_twenty(dana_at_desk: Client) -> None:
    reports = [a_report(f"Marwede {n}", draft={}, name=f"{n}.txt") for n in range(23)]
    index_reports([report.pk for report in reports])
    assert len(page_of(dana_at_desk, q="marwede").select(".result-title")) == 20
    assert len(page_of(dana_at_desk, q="marwede", page="2").select(".result-title")) == 3


def test_every_desk_page_has_the_field(dana_at_desk: Client) -> None:
    page = BeautifulSoup(dana_at_desk.get("/desk/").content, "lxml")
    assert page.select_one('form[role="search"][action="/desk/search/"] input[name="q"]')


class AnythingAsked(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(
        q=st.text(max_size=40) | st.text("\"*:()'\\|&<>\x00ab", max_size=40),
        other=st.fixed_dictionaries(
            {}, optional={n: st.text(max_size=8) for n in ("kind", "country", "since", "case", "page")}
        ),
    )
    def test_is_answered(self, q: str, other: dict[str, str]) -> None:
        answer = desk_client("Dana").get("/desk/search/", {"q": q, **other})
        holds_nul = "\x00" in "".join((q, *other.values()))
        assert answer.status_code in ((400,) if holds_nul else (200, 422))
