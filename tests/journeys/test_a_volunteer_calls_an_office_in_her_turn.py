"""The call relay: a coordinator opens it, a volunteer calls from an old telephone, the coordinator sees what she logged."""

import re
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page

from tests.patience import wait_until

from .coordinator import Coordinator
from .watched_browser import DESKTOP, PHONE, leads_on, see, violations

ZONES = {"Vienna": "Europe/Vienna", "Moscow": "Europe/Moscow"}


def whom_to_call() -> str:
    """An embassy of the appeals at which the day does not end within the hour."""
    return "Moscow" if datetime.now(ZoneInfo(ZONES["Vienna"])).hour == 23 else "Vienna"


@pytest.fixture(scope="module")
def relay_address(action_address: str, coordinator: Coordinator) -> str:
    """The desk's page of a relay that runs all day at the office's own clock."""
    page, city = coordinator.page, whom_to_call()
    confirms_the_number(page, city)
    page.goto(f"{coordinator.case_address.rstrip('/')}/relays")
    see(page, "relay-new")
    page.get_by_label("The question, as callers shall ask it").fill("Where is the lawyer of the union held?")
    today = datetime.now(UTC).astimezone(ZoneInfo(ZONES[city])).date()
    page.get_by_label("First day").fill(today.isoformat())
    page.get_by_label("Last day").fill((today + timedelta(days=1)).isoformat())
    page.get_by_label("From", exact=True).fill("00:00")
    page.get_by_label("Until", exact=True).fill("23:45")
    coordinator.press("Open the relay")
    return page.url


def confirms_the_number(page: Page, city: str) -> None:
    page.goto(f"/desk/offices/?words={city}")
    leads_on(page.get_by_role("link", name=re.compile(f"Kazakhstan in {city}")).first)
    point = page.locator(".contact-point").filter(has_text=re.compile("^\\s*phone", re.MULTILINE)).first
    point.get_by_text("Confirm", exact=True).click()
    point.get_by_label("Where you checked it").first.fill("its own site")
    leads_on(point.get_by_role("button", name="It is right"))


def test_she_takes_a_turn_calls_and_logs_without_javascript(
    relay_address: str, coordinator: Coordinator, open_browser: Callable[..., Page]
) -> None:
    desk, phone = coordinator.page, open_browser(javascript=False)
    desk.get_by_label("First name or nickname").fill("Vera")
    coordinator.press("Make a personal link")
    see(desk, "relay-invited")
    found = violations(desk)
    link = desk.get_by_label("Link").input_value()
    phone.goto(link)
    see(phone, "relay-ties")
    press(phone, "No, I have no ties")
    see(phone, "relay-turns")
    takes_the_turn_that_runs(phone)
    see(phone, "relay-call")
    assert phone.get_by_role("link", name=re.compile(r"^Call \+")).get_attribute("href")
    press(phone, "Refused to say")
    see(phone, "relay-words")
    phone.get_by_label(re.compile("What did they say")).fill("Where she is held")
    phone.get_by_label(re.compile("Who answered")).fill("the second secretary")
    press(phone, "Store this, too")
    see(phone, "relay-thanks")
    assert "Thank you" in phone.inner_text("main")
    assert phone.context.cookies() == []
    desk.goto(relay_address)
    see(desk, "relay-called")
    assert "Vera" in desk.inner_text(".turn-called")
    assert "Where she is held" in desk.inner_text("main")
    coordinator.press("^Accept$")
    assert "waiting for review" not in desk.inner_text("main")
    assert [*found, *violations(desk)] == []


def test_her_pages_are_accessible(
    relay_address: str, coordinator: Coordinator, open_browser: Callable[..., Page]
) -> None:
    desk, phone = coordinator.page, open_browser()
    desk.goto(relay_address)
    coordinator.press("Make a personal link")
    link = desk.get_by_label("Link").input_value()
    found = []
    for address in (link, f"{link}?ties=yes", f"{link}?ties=no", "/relay/no-such-link/"):
        phone.goto(address)
        found += violations(phone)
    assert found == []


def test_a_coordinator_logs_an_attempt_in_two_taps(relay_address: str, coordinator: Coordinator) -> None:
    page = coordinator.page
    page.set_viewport_size(PHONE)
    begun = time.monotonic()
    page.goto(f"{coordinator.case_address.rstrip('/')}/inquiries")
    page.locator(".office-choice label").first.click()
    leads_on(page.get_by_role("button", name="Nobody answered"))
    print(f"2 taps, {time.monotonic() - begun:.1f} s with the loading of both pages")
    assert "Logged:" in page.inner_text("[role=status]")
    see(page, "inquiries")
    found = violations(page)
    leads_on(page.get_by_role("button", name="Remind us").first)
    for part in ("deadlines", "remedies", "relays"):
        page.goto(f"{coordinator.case_address.rstrip('/')}/{part}")
        see(page, part)
        found += violations(page)
    page.set_viewport_size(DESKTOP)
    assert found == []


def takes_the_turn_that_runs(page: Page) -> None:
    """Another, should the quarter of an hour end between two presses: her page then asks or waits once more."""
    number = page.get_by_role("link", name=re.compile(r"^Call \+"))
    begin = page.get_by_role("button", name="Begin: show me the number")
    take = page.locator("button[name=take]").first

    def shows_the_number() -> bool:
        way = next((each for each in (begin, take) if each.count()), None)
        if way:
            leads_on(way)
        elif not number.count():
            page.reload()
        return number.count() > 0

    wait_until(shows_the_number)


def press(page: Page, words: str) -> None:
    leads_on(page.get_by_role("button", name=words).first)
