"""How somebody works a page: with a mouse or a finger, or with the keyboard alone."""

from collections.abc import Callable
from typing import Protocol

from playwright.sync_api import Locator, Page

MOST_STEPS = 300  # a list of all countries is gone through
_IS_FOCUSED = "found => found === document.activeElement"


class Hands(Protocol):
    page: Page
    runs_scripts: bool

    def fill(self, name: str, words: str) -> None: ...
    def choose(self, name: str, value: str) -> None: ...
    def press(self, selector: str) -> None: ...


class Mouse:
    def __init__(self, page: Page, runs_scripts: bool) -> None:
        self.page, self.runs_scripts = page, runs_scripts

    def fill(self, name: str, words: str) -> None:
        self.page.locator(f"main [name={name}]").fill(words)

    def choose(self, name: str, value: str) -> None:
        """In a list, or among buttons of which one is pressed."""
        first = self.page.locator(f"main [name={name}]").first
        if first.evaluate("found => found.type") == "radio":
            self.page.locator(f"main [name={name}][value={value}]").check()
        else:
            first.select_option(value)

    def press(self, selector: str) -> None:
        with self.page.expect_navigation():
            self.page.locator(selector).first.click()


class Keyboard:
    """Goes on with the Tab key until what is wanted has the focus, and fails where it never gets it."""

    def __init__(self, page: Page, runs_scripts: bool) -> None:
        self.page, self.runs_scripts = page, runs_scripts

    def fill(self, name: str, words: str) -> None:
        field = self._reach(self.page.locator(f"main [name={name}]"))
        is_clock = field.get_attribute("type") == "time"
        if not is_clock:
            self.page.keyboard.press("Control+A")
        self.page.keyboard.type(words.replace(":", "") if is_clock else words)
        assert field.input_value() == words, name

    def choose(self, name: str, value: str) -> None:
        field = self.page.locator(f"main [name={name}]").first
        if field.evaluate("found => found.type") == "radio":
            self._reach(field)
            self.page.keyboard.press("Space")
            self._arrow_to(
                lambda: self.page.locator(f"main [name={name}]:checked").get_attribute("value"), value
            )
        else:
            self._reach(field)
            self._arrow_to(field.input_value, value)

    def press(self, selector: str) -> None:
        self._reach(self.page.locator(selector).first)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _reach(self, wanted: Locator) -> Locator:
        for _step in range(MOST_STEPS):
            if wanted.evaluate(_IS_FOCUSED):
                return wanted
            self.page.keyboard.press("Tab")
        raise AssertionError(f"the keyboard does not lead to {wanted}")

    def _arrow_to(self, now: Callable[[], str | None], value: str) -> None:
        for _step in range(MOST_STEPS):
            if now() == value:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"no arrow leads to {value}")
