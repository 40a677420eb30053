"""A review by two at once, while the server is killed and a session ends: what was typed and decided stays."""

import os
import re
import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .colleague import Colleague, add, link_again
from .coordinator import Coordinator
from .own_review import own_review
from .running_site import RunningSite
from .watched_browser import DESKTOP, PHONE, fits, leads_on, see, violations

LOST = re.compile("^Not saved yet: the server does not answer")
OUT = re.compile("^You are signed out, and this is not saved yet")


@pytest.fixture
def page(coordinator: Coordinator) -> Page:
    return own_review(coordinator, "5 May 2015", "2015-05-09")


def types(page: Page, words: str) -> str:
    """Corrects the name of the first person, and does not save it: the place that it stands at."""
    page.locator("#section-people .decision").first.focus()
    page.keyboard.press("c")
    page.keyboard.type(words)
    place = str(page.evaluate("document.activeElement.id"))
    page.keyboard.press("Tab")
    return place


def test_words_outlive_the_server_and_the_session(
    page: Page, site: RunningSite, coordinator: Coordinator, open_browser: Callable[..., Page]
) -> None:
    address = page.url
    rita = Colleague(open_browser(size=DESKTOP))
    rita.signs_in(add(coordinator, "Rita", "reviewer"))
    rita.page.goto(address)
    kept = rita.page.locator("#review-kept")

    os.killpg(site.up.children()["serve"], signal.SIGKILL)
    place = types(rita.page, "Lina Marwede-Kill")
    expect(kept).to_have_text(LOST, use_inner_text=True)
    expect(kept).to_have_text("Kept, not saved yet.", use_inner_text=True)

    tab = rita.page.context.new_page()
    tab.goto("/desk/account/")
    leads_on(tab.get_by_role("button", name="Sign out"))
    types(rita.page, "Lina Marwede-Osk")
    expect(kept).to_have_text(OUT, use_inner_text=True)
    see(rita.page, "review-signed-out")
    rita.page.set_viewport_size(PHONE)
    assert fits(rita.page)
    assert violations(rita.page) == []
    rita.page.set_viewport_size(DESKTOP)
    tab.goto(link_again(coordinator, "Rita"))
    leads_on(tab.get_by_role("button", name="Sign in"))
    tab.get_by_label("Code").fill(rita.recovery_codes[0])
    leads_on(tab.get_by_role("button", name="Sign in"))
    expect(kept).to_have_text("Kept, not saved yet.", use_inner_text=True)
    expect(rita.page.locator(f"#{place}")).to_have_value("Lina Marwede-Osk")

    rita.page.reload()
    expect(rita.page.locator(f"#{place}")).to_have_value("Lina Marwede-Osk")
    rita.page.locator(f"#{place}").press("Enter")
    expect(rita.page.locator("#section-people .decision").first).to_contain_text("Lina Marwede-Osk")
    assert rita.page.evaluate("localStorage.length + sessionStorage.length") == 0

    coordinator.page.goto(address)
    _two_are_here(coordinator.page, rita.page)


def _two_are_here(one: Page, other: Page) -> None:
    """Each sees the other, and of two decisions on two fields both stand."""
    other.reload()
    expect(other.locator("#review-here")).to_contain_text("administrator@localhost is here too")
    one.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(one.locator("#review-here")).to_contain_text("Rita is here too")
    fields = one.locator(".decision[data-undecided]").evaluate_all("found => found.map((one) => one.id)")
    for browser, field in ((one, fields[0]), (other, fields[1])):
        browser.locator(f"#{field}").focus()
        browser.keyboard.press("a")
        expect(browser.locator(f"#{field}:not([data-undecided])")).to_have_count(1)
    for browser in (one, other):
        browser.reload()
        for field in fields[:2]:
            expect(browser.locator(f"#{field}[data-undecided]")).to_have_count(0)
    see(one, "review-two-here")
    assert re.search(r"Rita is here too", one.inner_text("#review-here"))
