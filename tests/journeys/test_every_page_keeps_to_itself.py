"""A crawl of every page: no request leaves our origin, no page breaks the policy, axe-core finds nothing."""

from collections import deque
from collections.abc import Callable, Iterator

from django.urls import resolve
from playwright.sync_api import Page

from .coordinator import Coordinator
from .watched_browser import violations

MOST_OF_A_KIND = 2


def test_public_pages(action_address: str, open_browser: Callable[..., Page]) -> None:
    assert faults(open_browser(), ["/", action_address, f"{action_address}/write?country=NO&ties=no"]) == []


def test_desk_pages(action_address: str, coordinator: Coordinator) -> None:
    assert faults(coordinator.page, ["/desk/", coordinator.case_address, coordinator.action_desk]) == []


def faults(page: Page, start: list[str]) -> list[str]:
    """Opens what links lead to, two addresses a route at most, and checks each page once a route."""
    found, seen, routes = [], set(), dict[str, int]()
    waiting = deque(start)
    while waiting:
        address = waiting.popleft().split("#")[0]
        route = resolve(path_of(address)).view_name
        if address in seen or routes.get(route, 0) == MOST_OF_A_KIND:
            continue
        seen.add(address)
        routes[route] = routes.get(route, 0) + 1
        answer = page.goto(address)
        assert answer is not None
        if answer.status != 200:
            found.append(f"{address} answers {answer.status}")
        elif "html" in answer.headers["content-type"]:
            found += violations(page) if routes[route] == 1 else []
            waiting.extend(links(page))
    return found


def links(page: Page) -> Iterator[str]:
    """Where the page's links lead on our own site, without the public pages that the desk points to and back."""
    for link in page.locator("a[href]").all():
        address = str(link.get_attribute("href"))
        if address.startswith("/") and not address.startswith("/feed"):
            yield address


def path_of(address: str) -> str:
    return (
        "/" + address.split("://")[-1].partition("/")[2].partition("?")[0]
        if "://" in address
        else address.partition("?")[0]
    )
