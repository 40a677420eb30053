"""Asking a second reader at the desk, without JavaScript."""

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from tests.opinions import model_server
from tests.opinions.model_server import says, serving
from tests.reports.drafts import TEXT, a_report
from tests.reports.test_second_opinion import CLERK, ELSEWHERE, LONGER, UNION
from tocsin.desk.lit_text import lit_text
from tocsin.jobs.models import Job
from tocsin.jobs.worker import Worker
from tocsin.members.models import Member
from tocsin.opinions.endpoint_settings import EndpointSettings
from tocsin.reports.models import Report, ReviewField, SecondOpinion
from tocsin.reports.open_review import open_review

NEW = "/desk/reports/new"


@pytest.fixture
def report(rustam: Member) -> Report:
    stored = a_report(text=LONGER)
    open_review(stored, rustam)
    return stored


@pytest.fixture
def elsewhere(settings: Settings) -> None:
    settings.SECOND_OPINION, settings.ENDPOINT = "endpoint", ELSEWHERE


def at(report: Report, name: str = "report") -> str:
    return reverse(name, args=[report.public_id])


def page_of(client: Client, report: Report) -> BeautifulSoup:
    return BeautifulSoup(client.get(at(report)).content, "lxml")


def said(client: Client, report: Report) -> str:
    """What the page says of the second opinion."""
    part = page_of(client, report).find(id="opinion")
    return " ".join(part.get_text(" ").split()) if part else ""


def test_without_a_second_reader_the_page_says_nothing_of_one(report: Report, rustam_at_desk: Client) -> None:
    page = page_of(rustam_at_desk, report)
    assert page.find(id="opinion") is None
    assert page.select_one(".may-leave") is None


def test_a_reviewer_asks_goes_on_and_finds_the_suggestions(
    report: Report, rustam_at_desk: Client, settings: Settings
) -> None:
    settings.SECOND_OPINION = "endpoint"
    with serving(says(CLERK, UNION, CLERK | {"name": "Vassil Nobody"})) as server:
        settings.ENDPOINT = EndpointSettings(server.url, "small")
        assert "Ask a second reader" in said(rustam_at_desk, report)
        answer = rustam_at_desk.post(at(report, "report_opinion"))
        assert answer["Location"] == at(report) + "#opinion"
        waiting = said(rustam_at_desk, report)
        assert "under way" in waiting
        assert "Ask" not in waiting
        Worker().run_until_idle()
    done = said(rustam_at_desk, report)
    assert "done The language model added 2 suggestions." in done
    assert "1 had no proof in the text" in done
    assert "Ask the second reader again" in done
    people = page_of(rustam_at_desk, report).find(id="section-people")
    (card,) = [c for c in people.select("details.item") if "Tavo Elmbrin" in c.get_text()]
    states = card.select_one(".item-states").get_text(" ", strip=True)
    assert states == "a suggestion of the language model 3 undecided"


def test_accepting_a_section_in_one_press_leaves_suggestions_undecided(
    report: Report, rustam_at_desk: Client, settings: Settings
) -> None:
    settings.SECOND_OPINION = "endpoint"
    with serving(says(CLERK)) as server:
        settings.ENDPOINT = EndpointSettings(server.url, "small")
        rustam_at_desk.post(at(report, "report_opinion"))
        Worker().run_until_idle()
    press = page_of(rustam_at_desk, report).select_one("#section-people .section-acts button").get_text()
    assert press == "Accept all undecided (4)"
    rustam_at_desk.post(at(report, "report_section"), {"section": "people"})
    fields = ReviewField.objects.filter(item__report=report, item__section="people")
    assert {(f.item.suggested_by, f.decision) for f in fields} == {("", "accepted"), ("endpoint", "proposed")}
    assert page_of(rustam_at_desk, report).select_one("#section-people .section-acts") is None


def test_a_failure_is_said_with_its_reason(
    report: Report, rustam_at_desk: Client, settings: Settings
) -> None:
    settings.SECOND_OPINION = "endpoint"
    with serving(model_server.raw(b"down", 503)) as server:
        settings.ENDPOINT = EndpointSettings(server.url, "small")
        rustam_at_desk.post(at(report, "report_opinion"))
        Worker().run_until_idle()
    words = said(rustam_at_desk, report)
    assert "failed The language model gave no opinion. The review is as it was." in words
    assert "It answered with the error 503." in words


def test_what_has_not_been_answered_for_long_can_be_asked_again(
    report: Report, rustam_at_desk: Client, settings: Settings
) -> None:
    settings.SECOND_OPINION, settings.ENDPOINT = (
        "endpoint",
        EndpointSettings("http://127.0.0.1:9/v1", "small"),
    )
    rustam_at_desk.post(at(report, "report_opinion"))
    SecondOpinion.objects.update(asked_at="2020-01-01T00:00:00Z")
    words = said(rustam_at_desk, report)
    assert "has not answered" in words
    assert "Ask the second reader again" in words


def test_a_viewer_and_a_contributor_see_how_it_stands_and_cannot_ask(
    report: Report, dana_at_desk: Client, settings: Settings
) -> None:
    settings.SECOND_OPINION, settings.ENDPOINT = (
        "endpoint",
        EndpointSettings("http://127.0.0.1:9/v1", "small"),
    )
    assert "A reviewer can" in said(dana_at_desk, report)
    assert dana_at_desk.post(at(report, "report_opinion")).status_code == 403
    assert dana_at_desk.post(at(report, "report_may_leave"), {"may_leave": "yes"}).status_code == 403
    assert (SecondOpinion.objects.count(), Job.objects.count()) == (0, 0)


@pytest.mark.usefixtures("elsewhere")
def test_a_report_that_may_not_leave_has_no_button_and_its_address_refuses(
    report: Report, rustam_at_desk: Client
) -> None:
    words = said(rustam_at_desk, report)
    assert "this report may not leave this one" in words
    assert "Ask" not in words
    page = rustam_at_desk.post(at(report, "report_opinion"), follow=True).content.decode()
    assert "this report may not leave this one" in page
    assert (SecondOpinion.objects.count(), Job.objects.count()) == (0, 0)


@pytest.mark.usefixtures("elsewhere")
def test_a_reviewer_lets_a_report_leave_and_takes_it_back(report: Report, rustam_at_desk: Client) -> None:
    fact = page_of(rustam_at_desk, report).select_one(".may-leave")
    assert "does not leave this server" in fact.get_text()
    rustam_at_desk.post(at(report, "report_may_leave"), {"may_leave": "yes"})
    assert "Ask a second reader" in said(rustam_at_desk, report)
    fact = page_of(rustam_at_desk, report).select_one(".may-leave")
    assert "Keep it on this server" in fact.get_text()
    rustam_at_desk.post(at(report, "report_may_leave"))
    report.refresh_from_db()
    assert report.may_leave is False


def test_a_permission_can_be_taken_back_after_the_reader_is_gone(
    report: Report, rustam_at_desk: Client
) -> None:
    Report.objects.update(may_leave=True)
    assert page_of(rustam_at_desk, report).select_one(".may-leave") is not None


@pytest.mark.django_db(transaction=True)  # a pasted text is read right after the commit
def test_bringing_in_asks_only_where_a_text_could_leave(dana_at_desk: Client, settings: Settings) -> None:
    assert b"may_leave" not in dana_at_desk.get(NEW).content
    dana_at_desk.post(NEW, {"text": TEXT, "may_leave": "on"})
    assert Report.objects.get().may_leave is False
    settings.SECOND_OPINION, settings.ENDPOINT = (
        "endpoint",
        EndpointSettings("http://127.0.0.1:9/v1", "small"),
    )
    assert b"may_leave" not in dana_at_desk.get(NEW).content
    settings.ENDPOINT = ELSEWHERE
    box = BeautifulSoup(dana_at_desk.get(NEW).content, "lxml").find(id="id_may_leave")
    assert (box["type"], box.has_attr("checked")) == ("checkbox", False)
    dana_at_desk.post(NEW, {"text": LONGER})
    dana_at_desk.post(NEW, {"text": LONGER + "more", "may_leave": "on"})
    assert list(Report.objects.order_by("pk").values_list("may_leave", flat=True)) == [False, False, True]


def test_an_opinion_that_ends_while_the_page_is_made_is_not_called_done_without_its_suggestions(
    report: Report, rustam_at_desk: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lit_text_after_the_worker(*args: Any) -> Any:
        Worker().run_until_idle()
        return lit_text(*args)

    settings.SECOND_OPINION = "endpoint"
    with serving(says(CLERK)) as server:
        settings.ENDPOINT = EndpointSettings(server.url, "small")
        rustam_at_desk.post(at(report, "report_opinion"))
        monkeypatch.setattr("tocsin.desk.review.lit_text", lit_text_after_the_worker)
        page = page_of(rustam_at_desk, report)
    suggested = "Tavo Elmbrin" in page.find(id="section-people").get_text()
    assert not suggested
    assert "under way" in page.find(id="opinion").get_text()
