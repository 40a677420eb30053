"""The public chronicle: nothing that nobody cleared, in at most 40 KB."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.test import Client
from tests import cast
from tests.cases.chronicle.scene import CANARY, RIGA, Scene, count, told_case

from tocsin.cases.chronicle.page import MOST_LINES
from tocsin.cases.freeze import freeze
from tocsin.cases.models import Case
from tocsin.cases.publish import withdraw_case
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db
ADDRESS = "/c/dockers/chronicle"
QUERIES = ("", "?print=1", "?page=1", "?page=7", "?what=status", "?from=x&person=1", "?source=1")
STYLES = ("look/tocsin.css", "look/chronicle.css")


@pytest.fixture
def scene() -> Scene:
    return told_case()


@pytest.mark.parametrize("query", QUERIES)
def test_a_withheld_name_is_nowhere(scene: Scene, olga: Client, query: str) -> None:
    scene.report(
        "2015-05-09", f"Friends of {CANARY}", source_url=f"https://x.example/{CANARY.replace(' ', '-')}"
    )
    place = {"name": f"House of {CANARY}", "country": "LV", "latitude": 57.0, "longitude": 24.2}
    report = scene.case.reports.get(publisher=f"Friends of {CANARY}")
    scene.incident("raid_search", report, date="2015-05-07", place=place, by=CANARY, count=count(2, 2, "two"))
    shown = olga.get(ADDRESS + query).content.decode()
    assert [part for part in ("Canarina", "Withheldova", "canarina") if part in shown] == []
    assert "[name withheld]" in shown


@pytest.mark.parametrize("end", [withdraw_case, freeze])
def test_a_case_without_a_public_page_has_no_public_chronicle(
    scene: Scene, olga: Client, petra: Member, end: Callable[[Case, Member], None]
) -> None:
    cast.put_on(scene.case, "Petra")
    assert olga.get(ADDRESS).status_code == 200
    end(scene.case, petra)
    assert [olga.get(ADDRESS + query).status_code for query in QUERIES] == [404] * len(QUERIES)


def test_the_page_of_the_case_leads_to_it(scene: Scene, olga: Client) -> None:
    page = BeautifulSoup(olga.get("/c/dockers").content, "lxml")
    assert len(page.select(f"a[href='{ADDRESS}']")) == 1


def test_no_words_of_the_reports_themselves(scene: Scene, olga: Client) -> None:
    for query in ("", "?print=1"):
        assert BeautifulSoup(olga.get(ADDRESS + query).content, "lxml").select(".words") == []


def test_a_printed_sheet_says_that_names_are_withheld(scene: Scene, olga: Client) -> None:
    shown = BeautifulSoup(olga.get(f"{ADDRESS}?print=1").content, "lxml").get_text()
    assert "1 person is not named: the name is withheld." in shown


def test_a_full_page_and_its_style_weigh_at_most_40_kilobytes(scene: Scene, olga: Client) -> None:
    for n in range(200):
        report = scene.report(f"2015-{n % 12 + 1:02}-{n % 27 + 1:02}", f"Paper number {n}")
        place = RIGA | {"name": f"Town {n % 30}", "latitude": 55.8 + n % 30 / 15}
        told = {"place": place, "count": count(n, n, str(n)), "affected": [f"dockers of shed {n}"]}
        scene.incident(
            "beating", report, date=f"2015-{n % 12 + 1:02}-{n % 9 + 1:02}", by=f"witness {n}", **told
        )
    html = olga.get(ADDRESS).content
    assert html.count(b'class="line-no"') == MOST_LINES
    styles = [Path(str(finders.find(name))).read_bytes() for name in STYLES]
    assert sum(len(gzip.compress(part)) for part in (html, *styles)) < 40_000
