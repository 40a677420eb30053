"""A copy opened from a folder, as from a stick: it loads nothing else, fits a phone, and knows when it has ended."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.axe import violations
from tests.public.mirror.copies import ACTION

PAGES = ("index", ACTION, f"{ACTION}/countries", f"{ACTION}/NO", f"{ACTION}/NO-letter", "verify")


@pytest.fixture
def phone(chromium: Browser) -> Page:
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.set_default_timeout(20_000)
    return page


def test_every_page_is_accessible_and_loads_only_what_lies_beside_it(written: Path, phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    faults = []
    for name in PAGES:
        phone.goto((written / f"{name}.html").as_uri())
        faults += violations(phone)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert faults == []
    assert {url for url in asked if not url.startswith((written.as_uri(), "data:"))} == set()


def test_a_copy_that_has_ended_asks_nobody_for_anything(copy: Path, phone: Page) -> None:
    page = copy / f"{ACTION}/NO-letter.html"
    page.write_text(re.sub(r'data-ends="[^"]+"', 'data-ends="2026-01-01T00:00:00+00:00"', page.read_text()))
    phone.goto(page.as_uri())
    assert phone.get_by_role("heading", level=1).inner_text() == "This copy has ended"
    assert phone.get_by_role("link", name="Open my mail program").count() == 0
