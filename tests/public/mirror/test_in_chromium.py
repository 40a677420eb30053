"""A copy on a stick, and behind an onion service: it loads nothing else, fits a phone, and knows when it has ended."""

import re
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.axe import violations
from tests.public.mirror.copies import ACTION

PAGES = ("index", ACTION, f"{ACTION}/countries", f"{ACTION}/NO", f"{ACTION}/NO-letter", "verify")


@pytest.fixture
def phone(chromium: Browser) -> Page:
    page = chromium.new_context(viewport={"width": 390, "height": 844}).new_page()
    page.set_default_timeout(20_000)
    return page


@pytest.fixture(params=["stick", "onion"])
def place(request: pytest.FixtureRequest, written: Path) -> Iterator[str]:
    """Where the copy lies. The name of an onion service is resolved to a plain server of this machine, in a folder of it."""
    if request.param == "stick":
        yield written.as_uri()
        return
    handler = partial(SimpleHTTPRequestHandler, directory=written.parent)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://{'a' * 56}.onion:{server.server_port}/{written.name}"
        server.shutdown()


def test_every_page_is_accessible_and_loads_only_what_lies_beside_it(place: str, phone: Page) -> None:
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url))
    faults = []
    for name in PAGES:
        phone.goto(f"{place}/{name}.html")
        faults += violations(phone)
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert faults == []
    assert {url for url in asked if not url.startswith((place, "data:"))} == set()


def test_she_comes_from_the_first_page_to_her_letter(place: str, phone: Page) -> None:
    phone.goto(f"{place}/index.html")
    phone.locator(f"a[href='{ACTION}.html']").first.click()
    phone.locator("a[href$='countries.html']").first.click()
    phone.get_by_role("link", name="Norway").click()
    phone.locator("a[href$='NO-letter.html']").first.click()
    letter = phone.locator("a[href^='mailto:']").first
    expect(letter).to_be_visible()
    assert "subject=" in str(letter.get_attribute("href"))
    assert phone.url == f"{place}/{ACTION}/NO-letter.html"


def test_a_copy_that_has_ended_asks_nobody_for_anything(copy: Path, phone: Page) -> None:
    page = copy / f"{ACTION}/NO-letter.html"
    page.write_text(re.sub(r'data-ends="[^"]+"', 'data-ends="2026-01-01T00:00:00+00:00"', page.read_text()))
    phone.goto(page.as_uri())
    assert phone.get_by_role("heading", level=1).inner_text() == "This copy has ended"
    assert phone.get_by_role("link", name="Open my mail program").count() == 0
