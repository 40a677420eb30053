"""The confirmation queue, worked through without a mouse, and then without JavaScript."""

from collections.abc import Callable, Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from .coordinator import Coordinator
from .watched_browser import DESKTOP, PHONE, fits, leads_on, see, violations

QUEUE = "/desk/confirmations/"


@pytest.fixture
def page(action_address: str, coordinator: Coordinator) -> Iterator[Page]:
    coordinator.page.goto(QUEUE)
    yield coordinator.page
    coordinator.page.set_viewport_size(DESKTOP)


def in_hand(page: Page) -> str:
    return str(page.evaluate("document.activeElement.closest('[data-check]')?.id ?? ''"))


def work(page: Page) -> int:
    return page.locator("[data-check]").count()


def goes_to(page: Page, what: str) -> str:
    """By `j` alone, from the head of the page, to the first row that has this in it."""
    row = str(page.locator("[data-check]", has=page.locator(what)).first.get_attribute("id"))
    page.goto(QUEUE)
    for _ in range(int(row.removeprefix("check-"))):
        page.keyboard.press("j")
    assert in_hand(page) == row
    return row


def waiting(page: Page) -> int:
    return int(page.locator("h1 .quiet").inner_text())


def test_one_key_confirms_what_its_site_tells(page: Page) -> None:
    before, row = waiting(page), goes_to(page, "[data-source]:not([value=''])")
    with page.expect_navigation():
        page.keyboard.press("c")
    expect(page.locator(".messages")).to_contain_text("Confirmed:")
    assert (waiting(page), in_hand(page)) == (before - 1, row)


def test_where_no_site_is_known_the_same_key_asks_for_the_source(page: Page) -> None:
    before, row = waiting(page), goes_to(page, "[data-source][value='']")
    page.keyboard.press("c")
    expect(page.locator(f"#{row} [data-source]")).to_be_focused()
    page.keyboard.type("a call to the embassy")
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("c")
    assert (waiting(page), in_hand(page)) == (before - 1, row)


def test_one_key_moves_edits_and_retires(page: Page) -> None:
    before, row = waiting(page), goes_to(page, "[data-key=r]")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert in_hand(page) == row
    page.keyboard.press("e")
    expect(page.locator(f"#{row} [data-value]")).to_be_focused()
    page.keyboard.press("Escape")
    with page.expect_navigation():
        page.keyboard.press("r")
    expect(page.locator(".messages")).to_contain_text("Retired.")
    assert waiting(page) == before - 1


def test_without_javascript_the_same_forms_do_it(page: Page, open_browser: Callable[..., Page]) -> None:
    plain = open_browser(javascript=False)
    plain.context.add_cookies(cast(list[Any], page.context.cookies()))
    plain.goto(QUEUE)
    expect(plain.locator("[data-keys]")).to_be_hidden()
    row = plain.locator("[data-check]", has=plain.locator("[data-key=c]")).first
    row.locator("summary").click()
    row.get_by_label("Where you found it").fill("its letterhead")
    leads_on(row.get_by_role("button", name="Save and confirm"))
    expect(plain.locator(".messages")).to_contain_text("Saved and confirmed")


def test_the_queue_is_accessible_on_a_screen_and_a_phone(page: Page) -> None:
    assert work(page) > 0
    see(page, "queue")
    assert violations(page) == []
    page.locator("[data-edit] summary").first.click()
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    assert fits(page)


def test_the_contacts_stand_beside_the_directory_on_a_screen_and_a_phone(page: Page) -> None:
    page.goto("/desk/")
    leads_on(page.get_by_role("link", name="riot police").first)
    leads_on(page.get_by_role("link", name="See the contacts beside the directory"))
    expect(page.locator("#directory-alarm")).to_contain_text("have no office in the directory:")
    see(page, "beside")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    assert fits(page)
