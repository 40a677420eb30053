import time

from playwright.sync_api import Page, expect

from tests.patience import PATIENCE
from tests.reports.test_second_opinion import LONGER

from .coordinator import Coordinator
from .watched_browser import DESKTOP, PHONE, fits, see, violations


def test_she_asks_works_on_and_finds_suggestions(coordinator: Coordinator) -> None:
    page = coordinator.page
    page.goto("/desk/reports/new")
    page.get_by_label("Paste the text").fill(LONGER)
    page.get_by_label("When was it published?").fill("2015-05-08")
    coordinator.press("Read it")
    coordinator.press("Begin the review")
    coordinator.press("Ask a second reader")
    expect(page.locator("#opinion")).to_contain_text("The language model")
    see(page, "second-opinion-asked")
    wait_for_the_answer(page)
    expect(page.locator("#opinion")).to_contain_text("decided one by one")
    expect(page.locator(".item", has_text="a suggestion of the language model").first).to_be_visible()
    see(page, "second-opinion-taken")
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        assert violations(page) == []
        assert fits(page)
    page.set_viewport_size(DESKTOP)


def wait_for_the_answer(page: Page, seconds: float = PATIENCE) -> None:
    """As a person does without JavaScript: by loading the page again."""
    ends = time.monotonic() + seconds
    while page.locator("#opinion", has_text="under way").count() and time.monotonic() < ends:
        page.reload()
