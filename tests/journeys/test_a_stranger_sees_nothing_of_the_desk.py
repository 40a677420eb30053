from collections.abc import Callable

from playwright.sync_api import Page

from .coordinator import Coordinator
from .watched_browser import leads_on, see, violations


def test_every_address_of_the_desk_answers_alike(
    action_address: str, coordinator: Coordinator, open_browser: Callable[..., Page]
) -> None:
    page, pages = open_browser(), set()
    for place in ("/desk/", coordinator.case_address, coordinator.action_desk, "/desk/cases/no-such-case/"):
        answer = page.goto(place)
        assert answer is not None
        assert answer.status == 404
        pages.add(page.inner_text("main"))
    see(page, "stranger")
    assert len(pages) == 1
    assert violations(page) == []


def test_a_used_link_lets_nobody_in(coordinator: Coordinator, open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    page.goto(coordinator.site.up.desk_link)
    leads_on(page.get_by_role("button", name="Sign in"))
    see(page, "used-link")
    answer = page.goto("/desk/")
    assert answer is not None
    assert answer.status == 404
    assert violations(page) == []


def test_the_sign_in_page_is_accessible(coordinator: Coordinator, open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    page.goto("/desk/sign-in/")
    see(page, "sign-in")
    assert violations(page) == []
