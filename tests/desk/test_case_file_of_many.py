"""The case file of many people: the first stand there, the others are found, and lines open one at a time."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import cast
from tests.cases.test_accept import reviewed
from tests.desk.test_case_file import at, page_of
from tests.reports.drafts import TEXT, draft
from tocsin.cases.accept import accept_report
from tocsin.cases.models import Case


@pytest.fixture(scope="module")
def made(once: None) -> int:
    """130 people, thirty arrests."""
    rustam = cast.member("Rustam")
    told = draft()
    people = [dict(told["people"][0], name=f"Person {n:03}") for n in range(129)]
    sokolova = dict(told["people"][0], name="Natalia Sokolova")
    many = draft(people=[*people, sokolova], incidents=[told["incidents"][0]] * 30)
    return accept_report(reviewed(rustam, draft=many, text=f"{TEXT} 130"), rustam).pk


@pytest.fixture
def crowded(made: int, db: None) -> Case:
    return Case.objects.get(pk=made)


def listed(page: BeautifulSoup) -> list[str]:
    return [a.get_text() for a in page.select(".people-list a")]


def test_of_130_people_the_first_stand_there_and_the_rest_is_one_press_away(
    crowded: Case, rustam_at_desk: Client
) -> None:
    page = page_of(rustam_at_desk, crowded)
    assert listed(page) == [f"Person {n:03}" for n in range(25)]
    [everybody] = [
        a["href"] for a in page.select("#person-part .pages a") if a.get_text().startswith("All 130")
    ]
    whole = BeautifulSoup(rustam_at_desk.get(at(crowded) + everybody).content, "lxml")
    assert len(listed(whole)) == 130


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Соколова", ["Natalia Sokolova"]),
        ("nat sok", ["Natalia Sokolova"]),
        ("012", ["Person 012"]),
        ("Nobody", []),
    ],
)
def test_one_of_130_is_found_by_what_is_typed_of_the_name(
    crowded: Case, rustam_at_desk: Client, typed: str, found: list[str]
) -> None:
    page = BeautifulSoup(rustam_at_desk.get(at(crowded), {"name": typed}).content, "lxml")
    assert (listed(page), page.select_one("#people-head span").get_text()) == (found, "130")
    assert page.select_one("#people-name")["value"] == typed


def test_the_lines_of_a_long_part_open_one_at_a_time(crowded: Case, rustam_at_desk: Client) -> None:
    page = page_of(rustam_at_desk, crowded)
    lines = page.select("#incident-part .line-lean")
    assert (len(lines), page.select("#incident-part form")) == (25, [])
    wanted = lines[3].a["href"]
    opened = BeautifulSoup(rustam_at_desk.get(at(crowded) + wanted.partition("#")[0]).content, "lxml")
    [form] = opened.select("#incident-part details[open] form")
    assert f"#{form['id']}" == wanted[wanted.index("#") :]
    assert form.select_one("button[name=withdraw]")
    assert len(opened.select("#incident-part .line-lean")) == 24
