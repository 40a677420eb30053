import re
from collections.abc import Callable
from email.message import EmailMessage

import pytest
from playwright.sync_api import Page, expect

from tests.post.text_of import text_of
from tocsin.public.against_abuse.admit import QUICKEST

from .coordinator import LONDON, Coordinator
from .running_site import RunningSite
from .watched_browser import leads_on, see, violations


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_by_our_server(
    site: RunningSite,
    action_address: str,
    coordinator: Coordinator,
    open_browser: Callable[..., Page],
    javascript: bool,
) -> None:
    page, sam = open_browser(javascript=javascript), f"sam-{javascript}@supporters.example".lower()
    comes_to_the_letter(page, action_address)
    assert "The appeal of June 2011 lists the London embassy for Norway" in page.inner_text("main")
    assert "Not confirmed since" in page.inner_text("main")
    page.get_by_label("Your letter").fill(f"Your Excellency,\n\nПожалуйста: where is she?\n\n{sam}\n")
    leads_on(page.get_by_role("button", name="Choose how to send it"))
    see(page, f"ways-{javascript}")
    if javascript:
        expect(page.locator("[name=solved]")).to_have_value(re.compile(r"^\d+$"))
    asks_us_to_send(page, "Sam Solberg", sam)
    see(page, f"sent-{javascript}")
    page.goto(site.link_in_mail_to(sam))
    see(page, f"confirm-{javascript}")
    assert letters_of(site, sam) == []
    leads_on(page.get_by_role("button").last)
    see(page, f"confirmed-{javascript}")
    lets_it_leave_soon(coordinator)
    site.postbox.wait_until(lambda: letters_of(site, sam))
    (letter,) = letters_of(site, sam)
    assert letter["From"].startswith("Sam Solberg")
    assert letter["Reply-To"] == sam
    assert "Пожалуйста: where is she?" in text_of(letter)


def test_by_her_own_mail_program_and_says_so(action_address: str, open_browser: Callable[..., Page]) -> None:
    page = open_browser()
    comes_to_the_letter(page, action_address)
    page.get_by_label("Your letter").fill("Where is Natalia Sokolova?")
    leads_on(page.get_by_role("button", name="Choose how to send it"))
    link = page.get_by_role("link", name="Open my mail program").get_attribute("href")
    assert link is not None
    assert link.startswith(f"mailto:{LONDON}?subject=")
    assert "Where%20is%20Natalia%20Sokolova%3F" in link
    leads_on(page.get_by_role("button", name="I have sent it").first)
    see(page, "thanks")
    assert page.get_by_text("Thank you").count() == 1


def test_every_page_on_the_way_is_accessible(action_address: str, open_browser: Callable[..., Page]) -> None:
    page, found = open_browser(), []
    for place in (
        "/",
        action_address,
        f"{action_address}/write?country=NO",
        "/safety",
        "/privacy",
        "/nowhere",
    ):
        page.goto(place)
        found += violations(page)
    comes_to_the_letter(page, action_address)
    found += violations(page)
    leads_on(page.get_by_role("button", name="Choose how to send it"))
    found += violations(page)
    assert found == []


def comes_to_the_letter(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Where do you live?").fill("Norge")
    leads_on(page.get_by_role("button", name="Write a letter"))
    see(page, "ties")
    leads_on(page.locator("main").get_by_text("No, I have no ties"))
    see(page, "letter")


def asks_us_to_send(page: Page, name: str, email: str) -> None:
    page.get_by_text("Sent for me, from here").click()
    page.get_by_label("Your name").fill(name)
    page.get_by_label("Your e-mail address").fill(email)
    send = page.get_by_role("button", name="Send me the mail to confirm")
    leads_on(send)
    if page.get_by_text("press once more").count():
        page.wait_for_timeout(1000 * QUICKEST)  # quicker than any person was this one
        leads_on(send)


def lets_it_leave_soon(coordinator: Coordinator) -> None:
    """The second letter to an office waits its turn, at night for hours, unless its pace is set."""
    page = coordinator.page
    page.goto("/desk/deliveries/queue/")
    pace = page.locator(".boxes form").filter(has=page.get_by_label("Letters an hour, at most"))
    if pace.count():
        page.get_by_text("Pace and stop").click()
        pace.get_by_label("Letters an hour, at most").fill("3600000")
        pace.get_by_role("button", name="Set").click()
        page.get_by_text("From now on letters leave at this pace.").wait_for()


def letters_of(site: RunningSite, writer: str) -> list[EmailMessage]:
    """What reached the embassy from this writer."""
    return [letter for letter in site.postbox.sent_to(LONDON) if letter["Reply-To"] == writer]
