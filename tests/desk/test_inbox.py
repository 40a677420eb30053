"""The desk's first page."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.cases.test_accept import reviewed
from tests.cast import put_on
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.jobs.worker import Worker
from tocsin.members.models import Member
from tocsin.reports.arrivals.arrive import Sent, arrive
from tocsin.reports.models import ArrivalWay, Report
from tocsin.reports.open_review import open_review


def page_of(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get("/desk/").content, "lxml")


def test_an_empty_desk_says_what_to_do(dana_at_desk: Client) -> None:
    page = page_of(dana_at_desk)
    assert "No report has come in yet." in page.get_text()
    assert page.find("a", string="Bring in a report")["href"] == "/desk/reports/new"


def test_reports_stand_in_piles_with_progress_and_case(rustam: Member, dana_at_desk: Client) -> None:
    a_report(TEXT + "\nFirst.")
    open_review(a_report(TEXT + "\nSecond."), rustam)
    case = accept_report(reviewed(rustam), rustam)
    put_on(case, "Dana")
    page = page_of(dana_at_desk)
    heads = [" ".join(h.get_text().split()) for h in page.select(".pile-head")]
    assert heads == ["Waiting for review 1", "In review 1", "Accepted into a case 1"]
    assert "0 of " in page.select("section")[1].get_text()
    assert page.find("a", string=case.title)["href"] == f"/desk/cases/{case.slug}/"


@pytest.mark.parametrize("count", [1, 3])
def test_more_reports_cost_no_more_queries(
    rustam: Member, dana_at_desk: Client, count: int, django_assert_max_num_queries
) -> None:
    for n in range(count):
        accept_report(reviewed(rustam, text=TEXT + f"\nEdition {n}."), rustam)
    with django_assert_max_num_queries(13):
        dana_at_desk.get("/desk/")


def test_a_pile_is_cut_after_ten_and_paged_by_fifty(dana_at_desk: Client) -> None:
    for n in range(53):
        a_report(
            f"{TEXT} {n}",
            publisher="Harbour Bulletin" if n % 2 else "Union",
            language="ru" if n < 3 else "en",
        )
    page = page_of(dana_at_desk)
    assert (len(page.select(".report-list > li")), page.find("a", string="Show all 53")["href"]) == (
        10,
        "?state=received",
    )
    first = BeautifulSoup(dana_at_desk.get("/desk/?state=received").content, "lxml")
    onward = first.find("a", rel="next")["href"]
    second = BeautifulSoup(dana_at_desk.get(f"/desk/{onward}").content, "lxml")
    assert [len(p.select(".report-list > li")) for p in (first, second)] == [50, 3]
    assert onward.startswith("?state=received&after=")
    russian = BeautifulSoup(dana_at_desk.get("/desk/?language=ru&publisher=harbour").content, "lxml")
    assert (len(russian.select(".report-list > li")), "Russian" in russian.get_text()) == (1, True)
    nothing = BeautifulSoup(dana_at_desk.get("/desk/?publisher=nobody").content, "lxml")
    assert "No report is like that." in nothing.get_text()
    oldest = BeautifulSoup(dana_at_desk.get("/desk/?order=oldest").content, "lxml")
    assert oldest.select_one(".report-title a")["href"].split("/")[3] == str(
        Report.objects.order_by("pk").first().public_id
    )


def test_what_comes_in_stands_above_with_its_state(dana_at_desk: Client) -> None:
    arrive(Sent(b"\x89PNG\r\n\x1a\n" + b"x" * 50, "letter.png", ArrivalWay.FOLDER))
    page = page_of(dana_at_desk)
    assert "letter.png" in page.select_one(".arriving").get_text()
    assert "waiting to be read" in page.select_one(".arriving").get_text()
    Worker().run_until_idle()
    assert "could not be read" in page_of(dana_at_desk).select_one(".arriving").get_text()
    listed = BeautifulSoup(dana_at_desk.get("/desk/arrivals/?state=failed").content, "lxml")
    assert len(listed.select(".report-list > li")) == 1


def test_reports_of_a_case_that_the_member_is_not_on_are_neither_listed_nor_counted(
    rustam: Member, dana_at_desk: Client
) -> None:
    accept_report(reviewed(rustam), rustam)
    a_report(TEXT + "Open.")
    heads = [" ".join(h.get_text().split()) for h in page_of(dana_at_desk).select(".pile-head")]
    assert heads == ["Waiting for review 1"]


def test_the_language_of_a_report_that_she_may_not_see_is_not_offered(
    rustam: Member, dana_at_desk: Client
) -> None:
    case = accept_report(reviewed(rustam, language="kk"), rustam)
    a_report(TEXT + "\nAgain.")
    assert languages(dana_at_desk) == ["", "en"]
    put_on(case, "Dana")
    assert languages(dana_at_desk) == ["", "en", "kk"]


def languages(client: Client) -> list[str]:
    return [option["value"] for option in page_of(client).select("#id_language option")]
