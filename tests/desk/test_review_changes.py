"""What changed since the last version, on its page and in the case file."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cast import put_on
from tests.reports.drafts import TEXT, a_report
from tocsin.cases.accept import accept_report
from tocsin.cases.models import Case
from tocsin.cases.vanished import vanished_claims
from tocsin.members.models import Member
from tocsin.reports.decide import accept
from tocsin.reports.models import Report, ReviewField
from tocsin.reports.open_review import open_review
from tocsin.reports.repeats.revises import set_revises

NEW_TEXT = TEXT.replace("disturbing trade", "trade sabotaging")


def reviewed(text: str, by: Member) -> Report:
    report = a_report(text=text, name=f"{len(text)}.txt")
    open_review(report, by)
    return report


@pytest.fixture
def case(rustam: Member) -> Case:
    earlier = reviewed(TEXT, rustam)
    accept(ReviewField.objects.filter(item__report=earlier, item__section="people"), rustam)
    case = accept_report(earlier, rustam)
    put_on(case, "Rustam")
    return case


@pytest.fixture
def later(case: Case, rustam: Member) -> Report:
    report = reviewed(NEW_TEXT, rustam)
    set_revises(report, case.reports.get(), rustam)
    return report


def page_of(client: Client, report: Report) -> BeautifulSoup:
    answer = client.get(reverse("report_changes", args=[report.public_id]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def test_the_words_that_changed_stand_beside_each_other(later: Report, rustam_at_desk: Client) -> None:
    text = page_of(rustam_at_desk, later).find(class_="versions")
    assert [tag.get_text() for tag in text.find_all("del")] == ['"disturbing', 'trade"']
    assert [tag.get_text() for tag in text.find_all("ins")] == ['"trade', 'sabotaging"']


def test_a_field_that_says_the_same_by_other_words_shows_the_words(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    earlier, later = case.reports.get(), reviewed(NEW_TEXT, rustam)
    set_revises(later, earlier, rustam)
    name = ReviewField.objects.get(item__report=later, item__section="people", name="name")
    start, end = name.spans[0]
    ReviewField.objects.filter(pk=name.pk).update(spans=[[start, end], [start, start + 4]])
    row = next(
        li for li in page_of(rustam_at_desk, later).find_all("li") if li.get_text().startswith("Name of")
    )
    assert row.find("del").get_text() == "“Lina Marwede” (accepted)"
    assert row.find("ins").get_text() == "“Lina Marwede … Lina”"


def test_one_press_carries_decisions_over(later: Report, rustam_at_desk: Client) -> None:
    assert "Carry 3 decisions over" in page_of(rustam_at_desk, later).get_text()
    told = rustam_at_desk.post(reverse("report_carry", args=[later.public_id]), follow=True)
    assert "3 decisions are carried over." in told.content.decode()
    assert ReviewField.objects.filter(item__report=later, decision="accepted").count() == 3


def test_a_version_is_chosen_and_taken_back_at_the_desk(
    case: Case, rustam: Member, rustam_at_desk: Client
) -> None:
    later, earlier = reviewed(NEW_TEXT, rustam), case.reports.get()
    address = reverse("report_revises", args=[later.public_id])
    for chosen, stands in ((str(earlier.pk), earlier.pk), ("0", earlier.pk), ("", None)):
        rustam_at_desk.post(address, {"earlier": chosen})
        later.refresh_from_db()
        assert later.revises_id == stands


def test_who_is_not_on_the_case_of_the_version_before_reads_nothing_of_it(
    later: Report, petra_at_desk: Client
) -> None:
    page = page_of(petra_at_desk, later)
    assert "belongs to a case that you are not on" in page.get_text()
    assert "disturbing" not in page.get_text()
    petra_at_desk.post(reverse("report_carry", args=[later.public_id]))
    assert not ReviewField.objects.filter(item__report=later, decision="accepted").exists()


def test_claims_whose_words_vanished_are_flagged_in_the_case_file(
    case: Case, later: Report, rustam_at_desk: Client
) -> None:
    assert [(v.claim.predicate, v.words, v.newer) for v in vanished_claims(case)] == [
        ("charge", "disturbing trade", later)
    ]
    page = BeautifulSoup(rustam_at_desk.get(reverse("case_desk", args=[case.slug])).content, "lxml")
    assert "disturbing trade" in page.find(id="vanished-head").parent.get_text()


def test_without_a_newer_version_nothing_is_flagged(case: Case) -> None:
    assert vanished_claims(case) == []
