import re

from .coordinator import Coordinator
from .watched_browser import DESKTOP, PHONE, fits, see, violations


def test_she_goes_from_the_picture_to_the_line_to_the_source_and_prints(
    action_address: str, coordinator: Coordinator
) -> None:
    page = coordinator.page
    page.goto(coordinator.case_address)
    coordinator.follow("^Chronicle$")
    see(page, "chronicle")
    assert violations(page) == []
    page.locator("svg.wide a text").first.click()
    line = page.locator("tr:target")
    assert line.locator(".line-no").inner_text() == page.locator("svg.wide a text").first.text_content()
    line.locator("a[href^='#source-']").first.click()
    assert page.locator("li:target").inner_text().startswith("[")

    page.get_by_label("Person").select_option(label=_option(page.get_by_label("Person").inner_text()))
    coordinator.press("Show these")
    see(page, "chronicle-person")
    assert page.get_by_role("heading", name="The way of Natalia Sokolova").is_visible()
    assert violations(page) == []

    page.set_viewport_size(PHONE)
    assert page.locator("svg.tall").is_visible()
    assert not page.locator("svg.wide").is_visible()
    assert fits(page)
    page.set_viewport_size(DESKTOP)

    coordinator.follow("A sheet to print")
    see(page, "chronicle-print")
    assert "only: Natalia Sokolova" in page.inner_text("header")
    assert re.search(r"SHA-256 [0-9a-f]{64}", page.inner_text("main"))
    assert violations(page) == []


def _option(words: str) -> str:
    """The choice of her, with the number of her lines beside it."""
    return next(line.strip() for line in words.splitlines() if "Natalia Sokolova" in line)
