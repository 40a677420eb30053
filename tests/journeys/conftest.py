"""Journeys in real Chromium, on a real installation."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.laid_out import installation
from tocsin.reports.sample import sample_bytes

from .coordinator import Coordinator
from .running_site import RunningSite, running_site
from .watched_browser import DESKTOP, FLAGS, PHONE, Size, WatchedBrowser

CHROMIUM = os.environ.get("TOCSIN_CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def site(laid_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSite]:
    """An installation that was given the two appeals of the project's sample as its own files."""
    folder = tmp_path_factory.mktemp("journey")
    files = [folder / "aktau-2011-06.txt", folder / "zhanaozen-2011-06.txt"]
    for file in files:
        file.write_bytes(sample_bytes(file.name))
    with running_site(installation(laid_out, folder / "data"), files) as running:
        yield running


@pytest.fixture(scope="package")
def coordinator(site: RunningSite, chromium: Browser) -> Iterator[Coordinator]:
    """She has signed in by the printed link and set up her second factor."""
    browser = WatchedBrowser(chromium, site.origin, size=DESKTOP)
    person = Coordinator(browser.page, site)
    person.sign_in()
    yield person
    browser.close()


@pytest.fixture(scope="package")
def action_address(coordinator: Coordinator) -> str:
    """The public address of an action that she made of both appeals, open to the public."""
    return coordinator.turns_both_appeals_into_an_action()


@pytest.fixture
def open_browser(chromium: Browser, site: RunningSite) -> Iterator[Callable[..., Page]]:
    """`open_browser(javascript=True, size=PHONE)`: a page of a fresh browser."""
    opened: list[WatchedBrowser] = []

    def opener(javascript: bool = True, size: Size = PHONE) -> Page:
        opened.append(WatchedBrowser(chromium, site.origin, javascript, size))
        return opened[-1].page

    yield opener
    for browser in opened:
        browser.close()
