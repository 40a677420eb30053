from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.reports.drafts import TEXT

from .coordinator import Coordinator
from .own_review import opened_review
from .watched_browser import DESKTOP, PHONE, fits, see, violations


@pytest.fixture
def page(coordinator: Coordinator) -> Iterator[Page]:
    """A report about invented people, pasted at the desk, its review begun."""
    page = opened_review(coordinator, TEXT, "2015-05-08")
    yield page
    page.set_viewport_size(DESKTOP)


def test_words_and_cards_light_each_other(page: Page) -> None:
    name = page.locator("#section-people [data-field]").first
    name.hover()
    expect(page.locator("#report-text a.is-lit").first).to_contain_text("Marwede")
    lit = page.locator("#report-text a.lit", has_text="an end to the beatings").first
    card = page.locator(str(lit.get_attribute("href")))
    lit.click()
    expect(card).to_have_attribute("open", "")
    expect(card.locator(".decision").first).to_be_focused()


def test_a_press_keeps_the_place(page: Page) -> None:
    demand = page.locator("#section-demands .item").first
    demand.locator("button[value^=accept]").first.scroll_into_view_if_needed()
    before = page.evaluate("scrollY")
    demand.locator("button[value^=accept]").first.click()
    expect(demand.locator("button[value^=undo]")).to_have_count(1)
    assert abs(page.evaluate("scrollY") - before) < 120


def test_the_keyboard_finds_what_is_undecided_and_accepts_it(page: Page) -> None:
    waiting = page.locator("#section-incidents .item", has=page.locator(".state-open"))
    count = waiting.count()
    waiting.first.locator("summary").first.focus()
    page.keyboard.press("a")
    expect(waiting).to_have_count(count - 1)
    page.keyboard.press("n")
    focused = page.evaluate("document.activeElement.closest('.item').querySelector('.state-open') !== null")
    assert focused is True


def test_enter_corrects_and_words_of_the_text_are_taken_up(page: Page) -> None:
    person = page.locator("#section-people .item").first
    person.locator(".correct summary").first.click()
    person.locator(".correct[open] input").fill("Lina Marwede-Osk")
    page.keyboard.press("Enter")
    expect(page.locator("#section-people .item-title").first).to_have_text("Lina Marwede-Osk")
    page.locator("#section-groups > .add > summary").click()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#report-text .sentence'))")
    expect(page.locator("#words-groups")).to_have_value(TEXT.splitlines()[0])


def test_the_review_is_accessible_on_a_screen_and_a_phone(page: Page) -> None:
    see(page, "review-invented")
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert violations(page) == []
    assert fits(page)
