"""A day of action: the coordinator calls it, a host adds a picket in Oslo, a supporter finds it and takes it into her calendar."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from tocsin.public.against_abuse.admit import QUICKEST

from .coordinator import Coordinator
from .running_site import RunningSite
from .watched_browser import DESKTOP, PHONE, leads_on, look, see

HOST = "vera@hosts.example"
DAY = (datetime.now(UTC) + timedelta(days=30)).date()


@pytest.fixture(scope="module")
def gatherings_address(action_address: str, coordinator: Coordinator) -> str:
    """Where the called day stands: Belarus is marked beside the country of events."""
    page = coordinator.page
    page.goto(coordinator.action_desk)
    coordinator.follow("Day of action")
    page.get_by_label("First day").fill(DAY.isoformat())
    page.get_by_label("Last day").fill(DAY.isoformat())
    page.get_by_label("The call, in your own words").fill(
        "Five minutes at noon for those in prison, at every pit and before every embassy."
    )
    page.get_by_label("Dangerous countries").fill("Belarus")
    page.get_by_label("To people in the country of events").fill("Do nothing that is seen. We speak for you.")
    look(page, "day-call")
    leads_on(page.get_by_role("button", name="Call this day"))
    look(page, "day-called")
    return f"{action_address}/gatherings"


def test_on_a_telephone_and_on_a_screen(
    site: RunningSite,
    gatherings_address: str,
    coordinator: Coordinator,
    open_browser: Callable[..., Page],
) -> None:
    proposes_a_picket(open_browser(javascript=True), site, gatherings_address)
    shows_it(coordinator)
    finds_it(open_browser(javascript=False, size=PHONE), gatherings_address, see)
    finds_it(open_browser(javascript=True, size=DESKTOP), gatherings_address, look)


def proposes_a_picket(page: Page, site: RunningSite, address: str) -> None:
    """Tehran, a home and what is too quick come back; Oslo goes on to her mailbox."""
    page.goto(address)
    look(page, "gatherings-none")
    leads_on(page.get_by_role("link", name="Host a gathering"))
    page.get_by_label("Where", exact=True).select_option("elsewhere")
    page.get_by_label("Country").fill("Kasakhstan")
    page.get_by_label("City or village").fill("Aktau")
    page.get_by_label("Where people meet").fill("At our house")
    page.get_by_label("It begins at").fill("12:00")
    page.get_by_label("It ends at").fill("13:00")
    page.get_by_label("Languages spoken there").fill("Norwegian, English")
    page.get_by_label("What to bring").fill("A lamp")
    page.get_by_label("Your e-mail address").fill(HOST)
    propose = page.get_by_role("button", name="Propose it")
    leads_on(propose)
    expect(page.get_by_text("Nothing is hosted, shown or counted in Kazakhstan").first).to_be_visible()
    expect(page.get_by_text("This looks like somebody’s home").first).to_be_visible()
    look(page, "host-refused")
    page.get_by_label("Country").fill("Norge")
    page.get_by_label("City or village").fill("Oslo")
    page.get_by_label("Where people meet").fill("Before the Storting")
    presses_as_a_person(propose)
    look(page, "host-asked")
    link = re.search(rf"{site.origin}(?:/[a-z]{{2}})?/host/\S+", site.postbox.wait_for(HOST).get_content())
    assert link
    page.goto(link[0])
    look(page, "hosted-asked")
    leads_on(page.get_by_role("button", name="Confirm: I host this"))
    look(page, "hosted-confirmed")


def shows_it(coordinator: Coordinator) -> None:
    coordinator.page.goto(f"{coordinator.action_desk}day")
    look(coordinator.page, "day-waiting")
    leads_on(coordinator.page.get_by_role("button", name="Show it Picket in Oslo"))
    look(coordinator.page, "day-shown")


def finds_it(page: Page, address: str, looks: Callable[[Page, str], None]) -> None:
    """`looks` at each page; where scripts are off, axe can't."""
    page.goto(address.removesuffix("/gatherings"))
    leads_on(page.get_by_role("link", name=re.compile("See 1 gathering")))
    looks(page, "gatherings")
    page.get_by_role("combobox", name="Country").fill("Norge")
    page.get_by_role("textbox", name="City").fill("Bergen")
    leads_on(page.get_by_role("button", name="Show the nearest"))
    expect(page.get_by_text("about 305 km away")).to_be_visible()
    looks(page, "gatherings-near")
    leads_on(page.get_by_role("link", name="Picket in Oslo"))
    looks(page, "gathering")
    takes_it_along(page)
    presses_as_a_person(page.get_by_role("button", name="Count me in"))
    expect(page.get_by_text("You are counted.")).to_be_visible()
    looks(page, "gathering-counted")
    assert page.context.cookies() == []


def takes_it_along(page: Page) -> None:
    """What her calendar program gets: noon by the clock of Oslo."""
    way = page.get_by_role("link", name="Put it in my calendar").get_attribute("href")
    assert way
    answer = page.request.get(way)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    (event,) = Calendar.from_ical(answer.body()).walk("VEVENT")
    assert (str(event["summary"]), event.decoded("dtstart").strftime("%Y-%m-%d %H:%M %Z")) == (
        "Picket in Oslo",
        f"{DAY} 12:00 {event.decoded('dtstart').tzname()}",
    )
    assert event["dtstart"].params["TZID"] == "Europe/Oslo"


def presses_as_a_person(button: Locator) -> None:
    """Once more where a program alone is so quick."""
    page = button.page
    leads_on(button)
    if page.get_by_text("press once more").count():
        page.wait_for_timeout(1000 * QUICKEST)
        leads_on(button)
