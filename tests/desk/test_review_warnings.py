"""Warnings stand gravest first and lead to the sentences that hold their words."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.cast import desk_client
from tocsin.desk.review_warnings import MOST_PLACES, warned
from tocsin.members.models import Member
from tocsin.reports.open_review import open_review
from tocsin.reports.queries import Sentence
from tocsin.reports.receive import receive

SENTENCES = [Sentence(start, start + 9, "A sentence", "used", False) for start in range(0, 200, 10)]


def draft(*warnings: tuple[str, list[list[int]]]) -> dict[str, object]:
    return {"warnings": [{"code": code, "message": code, "spans": spans} for code, spans in warnings]}


def test_a_warning_leads_to_the_sentence_that_holds_its_words() -> None:
    (medical,) = warned(draft(("medical", [[13, 20], [18, 19], [95, 99]])), SENTENCES)
    assert medical.places == [10, 90]


def test_what_needs_two_people_stands_first() -> None:
    found = warned(draft(("medical", [[1, 2]]), ("minor", [[5, 6]])), SENTENCES)
    assert [(one.code, one.needs_two) for one in found] == [("minor", True), ("medical", False)]


def test_many_places_are_counted_and_not_all_listed() -> None:
    (list_age,) = warned(draft(("list_age", [[start, start + 1] for start in range(0, 200, 10)])), SENTENCES)
    assert (len(list_age.places), list_age.more) == (MOST_PLACES, 20 - MOST_PLACES)


@pytest.mark.django_db
def test_the_page_leads_to_every_place(rustam: Member) -> None:
    text = b"Kenya: weavers held\n\nThree weavers were arrested in Nakuru. Police also took a 15-year-old girl.\n"
    report = receive(text, "weavers.txt", published="2014-03-05")
    open_review(report, rustam)
    response = desk_client("Rustam").get(reverse("report", args=[report.public_id]))
    page = BeautifulSoup(response.content, "lxml")
    links = page.select(".danger a[data-at]")
    assert links
    assert all(page.find(id=str(link["href"])[1:]) for link in links)
    assert "two people look at this" in page.select_one(".danger").get_text()
