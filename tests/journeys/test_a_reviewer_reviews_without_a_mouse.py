"""A report decided by keys alone, beside a colleague in another browser; the figures are printed."""

from collections.abc import Callable
from statistics import median
from typing import Any, cast

import pytest
from playwright.sync_api import Page, expect

from .coordinator import Coordinator
from .own_review import own_review
from .watched_browser import DESKTOP, PHONE, fits, see, violations


@pytest.fixture
def page(coordinator: Coordinator) -> Page:
    return own_review(coordinator, "4 May 2015", "2015-05-08")


def decided(page: Page) -> int:
    return int(page.locator("#review-progress strong").inner_text())


def hand(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


WATCH = """() => {
  addEventListener("keydown", () => { window.pressedAt = performance.now(); }, true);
  document.addEventListener("review-pressed", () => { window.took = performance.now() - window.pressedAt; });
}"""


def press(page: Page, key: str, count: int) -> float:
    """Milliseconds from the key until what changed is on the page."""
    page.evaluate("window.took = 0")
    page.keyboard.press(key)
    expect(page.locator("#review-progress strong")).to_have_text(str(count))
    return float(page.evaluate("window.took"))


def test_by_keys_alone(page: Page, open_browser: Callable[..., Page]) -> None:
    page.evaluate(WATCH)
    page.keyboard.press("j")
    times = [press(page, "a" if turn % 3 else "r", turn + 1) for turn in range(9)]
    print(f"\na decision by key: median {median(times):.0f} ms, slowest {max(times):.0f} ms")
    page.keyboard.press("u")
    expect(page.locator("#review-said")).to_contain_text("Taken back:")
    page.reload()
    press(page, "u", 7)

    field = page.locator("#section-people .decision[data-undecided], #section-people .decision").first
    field.focus()
    page.keyboard.press("t")
    expect(page.locator("#report-text a.lit:focus")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator(".decision:focus")).to_have_count(1)
    own = hand(page)
    page.keyboard.press("c")
    page.keyboard.type("Lina Marw")
    assert hand(page).startswith("value-")
    with page.expect_response(lambda answer: answer.url.endswith("/unsaved")):
        page.keyboard.press("Tab")
    page.reload()
    expect(
        page.locator(".decision", has_text="not saved yet").locator("input:not([type=checkbox])")
    ).to_have_value("Lina Marw")

    _a_colleague_is_not_overwritten(page, open_browser, own)
    _a_list_of_keys_and_marked_words(page)


def _a_colleague_is_not_overwritten(page: Page, open_browser: Callable[..., Page], field: str) -> None:
    other = open_browser(size=DESKTOP)
    other.context.add_cookies(cast(list[Any], page.context.cookies()))
    other.goto(page.url)
    typed = f"value-{field.removeprefix('field-')}"
    for browser, name in ((page, "Lina Marwede-Osk"), (other, "L. Marwede")):
        browser.locator(f"#{field}").focus()
        browser.keyboard.press("c")
        browser.locator(f"#{typed}").fill(name)
        browser.keyboard.press("Enter")
        expect(browser.locator(f"#{field} .value, #{field} .clash").first).to_contain_text("Osk")
    expect(other.locator(f"#{field} .clash")).to_contain_text("“L. Marwede”")
    other.get_by_role("button", name="Take mine").click()
    expect(other.locator(f"#{field} .value")).to_have_text("L. Marwede")


def _a_list_of_keys_and_marked_words(page: Page) -> None:
    page.reload()
    page.keyboard.press("?")
    expect(page.locator("#review-keys")).to_be_visible()
    see(page, "review-keys")
    assert violations(page) == []
    page.keyboard.press("Escape")
    people = page.locator("#section-people .item").count()
    page.locator("#report-text").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("#review-mark")).to_be_visible()
    page.keyboard.press("+")
    page.keyboard.press("Enter")
    expect(page.locator("#section-people .item")).to_have_count(people + 1)
    page.set_viewport_size(PHONE)
    assert fits(page)
    assert violations(page) == []
    page.set_viewport_size(DESKTOP)
    page.goto("/desk/reviews/")
    see(page, "reviews")
    assert violations(page) == []
