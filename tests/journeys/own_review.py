"""A report in words of its own, brought in and opened for review: a journey that decides needs nobody else's."""

from playwright.sync_api import Page

from tests.reports.drafts import TEXT

from .coordinator import Coordinator


def own_review(coordinator: Coordinator, happened: str, published: str) -> Page:
    """`happened` takes the place of the day in the text, so that no two journeys review one report."""
    return opened_review(coordinator, TEXT.replace("3 May 2015", happened), published)


def opened_review(coordinator: Coordinator, text: str, published: str) -> Page:
    """A report whose review was begun before is opened where it was left."""
    page = coordinator.page
    page.goto("/desk/reports/new")
    page.get_by_label("Paste the text").fill(text)
    page.get_by_label("When was it published?").fill(published)
    page.get_by_role("button", name="Read it").click()
    begin = page.get_by_role("button", name="Begin the review")
    begin.or_(page.locator("#review-progress")).first.wait_for()
    if begin.count():
        begin.click()
    page.locator("#section-people .item").first.wait_for()
    # The keys are those of a script, which runs after the last line of the page.
    page.wait_for_load_state()
    return page
