import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from .colleague import Colleague, add
from .coordinator import Coordinator
from .watched_browser import DESKTOP, leads_on, see, violations


def set_rule(coordinator: Coordinator, holds: bool) -> None:
    coordinator.page.goto("/desk/rules/")
    coordinator.page.get_by_label("Publishing needs").set_checked(holds)
    coordinator.press("Save")


@pytest.fixture
def rule(action_address: str, coordinator: Coordinator) -> Iterator[None]:
    """Two people decide on publishing, and the action is public no more; afterwards all is as it was."""
    coordinator.page.goto(coordinator.action_desk)
    coordinator.withdraws()
    set_rule(coordinator, True)
    yield
    set_rule(coordinator, False)


def test_it_is_public_when_another_has_read_it_and_agreed(
    rule: None, action_address: str, coordinator: Coordinator, open_browser: Callable[..., Page]
) -> None:
    petra, vera = Colleague(open_browser(size=DESKTOP)), Colleague(open_browser())
    petra.signs_in(add(coordinator, "Petra", "publisher"))
    vera.signs_in(add(coordinator, "Vera", "publisher"))
    coordinator.page.goto(f"{coordinator.case_address.split('#')[0]}members")
    see(coordinator.page, "case-members")
    coordinator.page.get_by_label("Who", exact=True).select_option(label="Petra")
    coordinator.page.get_by_label("As what").select_option("publisher")
    coordinator.press("Put on the case")

    petra.page.goto(coordinator.action_desk)
    petra.press("Ask a second person")
    expect(petra.page.get_by_text("Waiting for a second person")).to_be_visible()
    assert violations(petra.page) == []
    asked = petra.page.url

    vera.page.goto("/desk/")
    assert "Two people decide" not in vera.page.inner_text("main")
    for address in (asked, coordinator.action_desk, coordinator.case_address):
        answer = vera.page.goto(address)
        assert answer is not None
        assert (answer.status, "This is not one of your cases" in vera.page.inner_text("main")) == (403, True)

    ada = coordinator.page
    ada.goto("/desk/")
    see(ada, "two-decide")
    leads_on(ada.get_by_role("link", name=re.compile("^Publish the action")))
    assert "Natalia Sokolova" in ada.inner_text("main")
    see(ada, "second-person")
    assert violations(ada) == []
    coordinator.press("I agree")
    gone = vera.page.goto(action_address)
    assert gone is not None
    assert gone.status == 410, "agreed to is not yet done"

    petra.page.goto(coordinator.action_desk)
    expect(petra.page.get_by_text(re.compile("^Agreed by"))).to_be_visible()
    petra.press("Publish now")
    shown = vera.page.goto(action_address)
    assert shown is not None
    assert shown.status == 200
    assert "Natalia Sokolova" in vera.page.inner_text("main")
