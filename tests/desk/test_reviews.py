"""How reviews go: numbers about reports that the member may see, and about nobody."""

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cast import put_on
from tests.reports.drafts import a_report
from tocsin.cases.accept import accept_report
from tocsin.members.models import Member
from tocsin.reports.decide import accept, correct
from tocsin.reports.models import Report, ReviewField
from tocsin.reports.open_review import open_review


def reviewed(by: Member) -> Report:
    report = a_report()
    open_review(report, by)
    rows = ReviewField.objects.filter(item__report=report, item__section="people")
    accept(rows.exclude(name="role"), by)
    correct(rows.get(name="role"), "solicitor", by)
    return report


def page_of(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("reviews")).content, "lxml")


def test_before_any_review_it_says_what_it_is_for(rustam_at_desk: Client) -> None:
    assert "Nobody has decided on a report yet." in page_of(rustam_at_desk).get_text()


def test_a_report_has_its_bar_its_row_and_its_share(rustam: Member, rustam_at_desk: Client) -> None:
    report = reviewed(rustam)
    page = page_of(rustam_at_desk)
    assert len(page.select("svg.review-time rect")) == 1
    weak = [cell.get_text() for cell in page.select("table.weak tbody tr td.number")]
    assert weak == ["4", "1", "0", "25 %"]
    head = BeautifulSoup(rustam_at_desk.get(reverse("report", args=[report.public_id])).content, "lxml").find(
        class_="review-head"
    )
    assert "4 decisions · 1 correction" in " ".join(head.get_text().split())


def test_a_report_of_a_case_that_she_is_not_on_is_not_counted(
    rustam: Member, petra: Member, petra_at_desk: Client
) -> None:
    case = accept_report(reviewed(rustam), rustam)
    assert "Nobody has decided" in page_of(petra_at_desk).get_text()
    put_on(case, "Petra")
    assert len(page_of(petra_at_desk).select("svg.review-time rect")) == 1


def test_no_name_of_a_member_stands_there(rustam: Member, petra_at_desk: Client) -> None:
    reviewed(rustam)
    assert "Rustam" not in page_of(petra_at_desk).find("main").get_text()
