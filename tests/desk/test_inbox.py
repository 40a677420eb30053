"""The desk's first page."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from tests.cases.test_accept import reviewed
from tests.cast import put_on
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.members.models import Member
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
    with django_assert_max_num_queries(12):
        dana_at_desk.get("/desk/")
