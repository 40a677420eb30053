"""Chromium, watched: a page that asks another origin or breaks the content policy fails its journey."""

import os
from pathlib import Path

from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, ViewportSize, expect

from tests.axe import violations as violations
from tests.patience import IN_A_BROWSER

Size = ViewportSize
PHONE: Size = {"width": 390, "height": 844}
DESKTOP: Size = {"width": 1280, "height": 900}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


expect.set_options(timeout=IN_A_BROWSER)


class WatchedBrowser:
    def __init__(self, chromium: Browser, origin: str, javascript: bool = True, size: Size = PHONE) -> None:
        self.origin = origin
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.context = chromium.new_context(
            viewport=size, java_script_enabled=javascript, base_url=origin, locale="en-GB"
        )
        self.context.set_default_timeout(IN_A_BROWSER)
        self.context.on("request", lambda request: self.asked.append(request.url))
        self.context.on("console", self._listen)
        self.page = self.context.new_page()

    def _listen(self, message: ConsoleMessage) -> None:
        # A 404 that a journey looks at on purpose is no complaint about the page.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.complaints.append(message.text)

    def close(self) -> None:
        self.context.close()
        assert self.requests_elsewhere() == []
        assert self.complaints == []

    def requests_elsewhere(self) -> list[str]:
        return [url for url in self.asked if not url.startswith((f"{self.origin}/", "data:", "mailto:"))]


def leads_on(way: Locator) -> None:
    """Presses a link or a button, and goes on when the page that it leads to has come, however slowly."""
    with way.page.expect_navigation():
        way.click()


def see(page: Page, name: str) -> None:
    """Keeps the page as a picture, on a phone and on a screen, where TOCSIN_SCREENSHOTS names a folder."""
    folder, size = os.environ.get("TOCSIN_SCREENSHOTS"), page.viewport_size
    if not folder or not size:
        return
    for viewport in (PHONE, DESKTOP):
        page.set_viewport_size(viewport)
        page.screenshot(path=Path(folder) / f"{name}-{viewport['width']}.png", full_page=True)
    page.set_viewport_size(size)


def fits(page: Page) -> bool:
    """Nothing scrolls sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth") is True


def look(page: Page, name: str) -> None:
    """Nothing that axe finds, and nothing that scrolls sideways on a phone."""
    size = page.viewport_size or DESKTOP
    see(page, name)
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    assert fits(page), name
    page.set_viewport_size(size)
