"""A crawl of every page: no request leaves our origin, no page breaks the policy, axe-core finds nothing."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import resolve
from playwright.sync_api import Page

from .coordinator import Coordinator
from .watched_browser import see, violations

# The routes of this process know one language, those of the site all.
IN_A_LANGUAGE = re.compile(r"^/[a-z]{2}/")

FILES = (".ics", ".pdf", ".eml")
CONTRAST_OF_ALL = pytest.mark.parametrize(
    "contrast_of_all", [False, pytest.param(True, marks=pytest.mark.soak)], ids=["first of each kind", "all"]
)


@CONTRAST_OF_ALL
def test_public_pages(action_address: str, open_browser: Callable[..., Page], contrast_of_all: bool) -> None:
    start = ["/", action_address, f"{action_address}/write?country=NO&ties=no"]
    assert faults(open_browser(), start, contrast_of_all) == []


@CONTRAST_OF_ALL
def test_desk_pages(action_address: str, coordinator: Coordinator, contrast_of_all: bool) -> None:
    start = ["/desk/", coordinator.case_address, coordinator.action_desk]
    assert faults(coordinator.page, start, contrast_of_all) == []


def test_words_too_pale_to_read_are_noticed(open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    page.set_content(
        "<html lang=en><title>A</title><main><h1>A</h1><p>Plain</p><p class=pale style='color: #bbb'>Pale</p></main>"
    )
    [found] = violations(page)
    assert "color-contrast" in found
    assert "Pale" in found


def faults(page: Page, start: list[str], contrast_of_all: bool) -> list[str]:
    """Opens what links lead to, one address a route, and says what is wrong with each page."""
    found, routes, waiting = list[str](), set[str](), deque(start)
    while waiting:
        address = waiting.popleft()
        route = resolve(IN_A_LANGUAGE.sub("/", path_of(address))).view_name
        if route in routes:
            continue
        routes.add(route)
        answer = page.goto(address)
        assert answer is not None
        if answer.status != 200:
            found.append(f"{address} answers {answer.status}")
        elif "html" in answer.headers["content-type"]:
            see(page, f"page-{route}")
            found += violations(page, contrast_of_all)
            waiting.extend(links(page))
    return found


def links(page: Page) -> Iterator[str]:
    """Where the page's links lead on our own site; the feed is no page, nor is a file."""
    for address in page.locator("a[href]").evaluate_all("found => found.map((a) => a.getAttribute('href'))"):
        is_file = "/exports/" in address or path_of(address).endswith(FILES)
        if address.startswith("/") and not address.startswith("/feed") and not is_file:
            yield address


def path_of(address: str) -> str:
    return urlsplit(address).path
