"""The desk's navigation marks where one is, on a section's own page and on those below it."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.actions.stage import draft_of
from tocsin.members.models import Member


def marked(client: Client, path: str) -> list[tuple[str, str]]:
    """(section, how it is marked), and only what is marked."""
    page = BeautifulSoup(client.get(path).content, "lxml")
    return [(a.get_text(), a["aria-current"]) for a in page.select(".desk-nav a[aria-current]")]


@pytest.mark.parametrize(
    ("name", "section"),
    [
        ("desk_home", "Inbox"),
        ("case_list", "Cases"),
        ("action_list", "Actions"),
        ("offices", "Offices"),
        ("deliveries", "Deliveries"),
        ("mail_folder", "Mail folder"),
        ("audit", "Audit"),
        ("members", "Members"),
    ],
)
def test_the_page_of_a_section_is_marked_as_this_page(ada_at_desk: Client, name: str, section: str) -> None:
    assert marked(ada_at_desk, reverse(name)) == [(section, "page")]


def test_pages_below_mark_their_section(ada_at_desk: Client, rustam: Member) -> None:
    action = draft_of(rustam)
    report = action.case.reports.get()
    office = action.targets.get().office
    assert marked(ada_at_desk, reverse("report", args=[report.public_id])) == [("Inbox", "true")]
    assert marked(ada_at_desk, reverse("report_new")) == [("Inbox", "true")]
    assert marked(ada_at_desk, reverse("case_desk", args=[action.case.slug])) == [("Cases", "true")]
    assert marked(ada_at_desk, reverse("action_contacts", args=[action.slug])) == [("Actions", "true")]
    assert marked(ada_at_desk, reverse("office", args=[office.pk])) == [("Offices", "true")]


def test_ones_own_account_is_no_section(ada_at_desk: Client) -> None:
    assert marked(ada_at_desk, reverse("own_account")) == []
