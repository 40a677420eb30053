"""A text that was read once comes again, changed: a reviewer sees what changed, and a remedy with a slip in its date."""

from uuid import uuid4

from playwright.sync_api import expect

from .coordinator import Coordinator
from .watched_browser import look

FIRST = (
    "Latvia: dock union leader arrested\n"
    "On 3 May 2015 police in Riga arrested six dockers and their lawyer Lina Marwede. "
    "It rained all night. Write to the Embassy of Latvia in Oslo.\n"
)
LATER = FIRST.replace("six", "eleven").replace("It rained all night. ", "")


def brings_in(reviewer: Coordinator, text: str) -> str:
    """The address of the report, whose review has begun."""
    page = reviewer.page
    page.goto("/desk/reports/new")
    page.get_by_label("Paste the text").fill(text)
    page.get_by_label("When was it published?").fill("2015-05-08")
    page.get_by_role("button", name="Read it").click()
    begin = page.get_by_role("button", name="Begin the review")
    begin.wait_for()
    reviewer.press("Begin the review")
    return page.url.split("#")[0].split("?")[0]


def test_she_sees_what_changed_since_the_version_before(coordinator: Coordinator) -> None:
    page, issue = coordinator.page, uuid4().hex
    brings_in(coordinator, f"{FIRST}Issue {issue}.")
    later = brings_in(coordinator, f"{LATER}Issue {issue}.")
    page.goto(f"{later}repeats")
    expect(page.locator("main")).to_contain_text("looks like a newer version")
    look(page, "repeats")
    coordinator.press("A newer version")
    expect(page.locator(".versions del").first).to_have_text("six")
    expect(page.locator(".versions ins").first).to_have_text("eleven")
    look(page, "versions")
    page.goto(f"{later}repeats")
    coordinator.press("Undo")
    page.goto(f"{later}changes")
    expect(page.locator("main")).to_contain_text("Nobody has said that this report is a later version")
    look(page, "versions-none")


def test_a_slip_in_a_date_is_said_where_it_was_typed(action_address: str, coordinator: Coordinator) -> None:
    page = coordinator.page
    page.goto(f"{coordinator.case_address.rstrip('/')}/remedies")
    page.get_by_label("Where", exact=True).fill("District court")
    page.get_by_label("What was asked for").fill("Release on bail")
    page.get_by_label("When", exact=True).fill("2999-01-01")
    coordinator.press("Note it")
    expect(page.locator("[role=alert], .errors").first).to_contain_text("lies ahead")
    expect(page.get_by_label("Where", exact=True)).to_have_value("District court")
    look(page, "remedy-slip")
