"""The chronicle at the desk."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests import cast
from tests.cases.chronicle.scene import CANARY, HOSTILE, RIGA, Scene, told_case, toll_case
from tocsin.members.models import Member

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(ada: Member) -> Scene:
    scene = told_case()
    scene.seen_by(ada)
    return scene


def page(browser: Client, scene: Scene, query: str = "", status: int = 200) -> BeautifulSoup:
    answer = browser.get(f"/desk/cases/{scene.case.slug}/chronicle{query}")
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "lxml")


def numbers(shown: BeautifulSoup, selector: str) -> list[int]:
    return sorted(int(found.get_text()) for found in shown.select(selector))


def test_every_mark_has_its_row_and_every_dated_row_its_mark(scene: Scene, ada_at_desk: Client) -> None:
    shown = page(ada_at_desk, scene)
    tables = shown.select(".chronicle-lines tbody")
    dated = numbers(tables[0], ".line-no")
    assert dated == list(range(1, len(dated) + 1))
    assert numbers(shown, "svg.wide a text") == numbers(shown, "svg.tall a text") == dated
    assert numbers(tables[1], ".line-no") == [12, 13]
    for link in shown.select("svg a, a.line-number"):
        assert shown.select(str(link["href"])) != []


def test_every_cited_source_is_listed(scene: Scene, ada_at_desk: Client) -> None:
    shown = page(ada_at_desk, scene)
    for link in shown.select("a[href^='#source-']"):
        assert len(shown.select(str(link["href"]))) == 1


def test_the_picture_follows_the_filters(scene: Scene, ada_at_desk: Client) -> None:
    shown = page(ada_at_desk, scene, "?what=strike")
    assert numbers(shown, "svg.wide a text") == numbers(shown, ".line-no") == [2]
    assert "12 left out by what you chose" in shown.get_text()
    assert shown.select_one("#f-what option[selected]").get_text() == "– Strike (1)"


def test_what_cannot_be_read_is_told_with_the_page(scene: Scene, ada_at_desk: Client) -> None:
    shown = page(ada_at_desk, scene, "?from=last+Ramadan", status=422)
    assert (
        shown.select_one("[role=alert]").get_text() == "“last Ramadan” is not a day. Write it as 2011-12-16."
    )
    assert len(shown.select(".line-no")) == 13


def test_nothing_fits(scene: Scene, ada_at_desk: Client) -> None:
    shown = page(ada_at_desk, scene, "?from=1950-01-01&to=1950-01-02")
    assert "Nothing that is known fits what you chose." in shown.get_text()
    assert shown.select("svg.timeline") == []


def test_a_case_without_anything_says_so(ada: Member, ada_at_desk: Client) -> None:
    empty = Scene("empty")
    empty.seen_by(ada)
    assert "Nothing is told yet." in page(ada_at_desk, empty).get_text()


def test_hostile_words_stay_words(scene: Scene, ada_at_desk: Client) -> None:
    report = scene.report("2015-09-01", HOSTILE)
    place = {"name": HOSTILE, "country": None, "latitude": 56.0, "longitude": 24.0}
    scene.incident("strike", report, date="2015-09-01", place=place, affected=[HOSTILE], by=HOSTILE)
    scene.person(HOSTILE, report)
    scene.statement(HOSTILE, HOSTILE, report)
    for query in ("", "?print=1"):
        shown = page(ada_at_desk, scene, query)
        assert "".join(tag.get_text() for tag in shown.select("script")) == "", "ours are files of their own"
        assert "<script>alert('1')</script>" in shown.get_text()


def test_a_member_who_is_not_on_the_case_does_not_see_it(scene: Scene) -> None:
    for query in ("", "?print=1"):
        answer = cast.desk_client("Rustam").get(f"/desk/cases/{scene.case.slug}/chronicle{query}")
        assert (answer.status_code, CANARY in answer.content.decode()) == (403, False)


def test_a_sheet_for_a_lawyer_numbers_lines_and_sources_and_says_what_is_left_out(
    scene: Scene, ada_at_desk: Client
) -> None:
    shown = page(ada_at_desk, scene, "?print=1&source=1")
    head = " ".join(shown.select_one("header").get_text(" ").split())
    assert "Dockers of Riga" in head
    assert re.search(r"Printed \d+ \w+ \d{4}, \d\d:\d\d UTC", head)
    assert "7 of 13; only: [1] Report of 8 May 2015, Harbour Bulletin" in head
    assert "Confidential: 1 person is named here whose name is withheld in public." in head
    [source] = shown.select(".numbered-sources li")
    first = scene.case.reports.get(publisher="Harbour Bulletin")
    assert first.sha256 in source.get_text()
    assert [q.get_text() for q in shown.select(".chronicle-lines .words")][:1] == ["Harbour Bull [1]"]


def test_a_sheet_without_withheld_names_says_so_and_counts_nobody(ada: Member, ada_at_desk: Client) -> None:
    scene = toll_case()
    scene.seen_by(ada)
    head = page(ada_at_desk, scene, "?print=1").select_one("header").get_text()
    assert "Confidential. No name in it is withheld in public." in head


def test_a_count_without_a_figure_of_its_own_line_is_in_the_table(ada: Member, ada_at_desk: Client) -> None:
    scene = toll_case()
    scene.seen_by(ada)
    rows = page(ada_at_desk, scene).select(".comparison tbody tr")
    told = [row.select_one(".number").get_text() for row in rows]
    assert told == [
        "10",
        "about 70",
        "11",
        "dozens (24+)",
        "50 to 70",
        "14",
        "73",
        "a total of 15",
        "at least 64",
        "another 3",
    ]
    assert [len(row.select("svg circle")) for row in rows] == [1, 1, 1, 1, 2, 1, 1, 1, 1, 1]


def test_the_way_of_one_person(scene: Scene, ada_at_desk: Client) -> None:
    lina = scene.case.subjects.get(claims__value="Lina Marwede")
    shown = page(ada_at_desk, scene, f"?person={lina.pk}")
    assert [li.select_one("strong").get_text() for li in shown.select(".life > li")] == [
        "Detained",
        "Released",
    ]


def test_a_long_chronicle_is_paged_and_pictures_draw_the_page(scene: Scene, ada_at_desk: Client) -> None:
    report = scene.report("2015-10-01", "List")
    for n in range(130):
        scene.incident("arrest", report, date=f"2015-10-{n % 28 + 1:02}", place=RIGA)
    second = page(ada_at_desk, scene, "?page=2")
    assert numbers(second, ".line-no")[0] == 61
    dated = numbers(second.select(".chronicle-lines tbody")[0], ".line-no")
    assert numbers(second, "svg.tall a text") == dated
    assert len(page(ada_at_desk, scene, "?print=1").select(".line-no")) == 144
