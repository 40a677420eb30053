from collections.abc import Callable

from playwright.sync_api import Page

from .coordinator import Coordinator
from .watched_browser import DESKTOP, see, violations


def test_the_public_sees_what_she_let_be_shown(
    action_address: str, open_browser: Callable[..., Page]
) -> None:
    page = open_browser(size=DESKTOP)
    page.goto(action_address)
    see(page, "action")
    shown = page.inner_text("main")
    assert "Natalia Sokolova" in shown
    assert "the immediate release of Natalia Sokolova" in shown
    assert "A. A." not in shown
    assert violations(page) == []


def test_the_front_page_leads_to_it(action_address: str, open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    page.goto("/")
    see(page, "home")
    assert page.locator(f"main a[href='{action_address}']").count() == 1


def test_both_reports_stand_behind_the_case(action_address: str, coordinator: Coordinator) -> None:
    coordinator.page.goto(coordinator.case_address)
    file = coordinator.page.inner_text("main")
    assert "Report of 8 June 2011" in file
    assert "Report of 14 June 2011" in file


def test_what_she_withdraws_is_gone_at_once(
    action_address: str, coordinator: Coordinator, open_browser: Callable[..., Page]
) -> None:
    page = open_browser()
    coordinator.page.goto(coordinator.action_desk)
    coordinator.withdraws()
    gone = page.goto(action_address)
    assert gone is not None
    assert gone.status == 410
    page.goto("/")
    assert page.locator(f"a[href='{action_address}']").count() == 0
    assert action_address not in page.request.get("/feed").text()
    coordinator.publishes()
    back = page.goto(action_address)
    assert back is not None
    assert back.status == 200
