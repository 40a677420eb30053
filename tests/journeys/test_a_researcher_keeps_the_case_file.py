"""The shipped story, kept by one researcher: claims and statuses, consent and notes, same or not, search."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.laid_out import installation
from tests.reports.drafts import TEXT

from .coordinator import Coordinator
from .running_site import running_site
from .watched_browser import DESKTOP, WatchedBrowser, leads_on, look

CASE = "/desk/cases/kazakhstan-2011/"
PASSPHRASE = "eleven quiet herons over the marsh"
HEADLINE = TEXT.splitlines()[0]
NOTE = "She is reached through her sister, on Tuesdays."


@pytest.fixture(scope="module")
def researcher(
    laid_out: Path, tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> Iterator[Coordinator]:
    """Signed in where the story that ships is all there is."""
    with running_site(installation(laid_out, tmp_path_factory.mktemp("story") / "data"), []) as site:
        browser = WatchedBrowser(chromium, site.origin, size=DESKTOP)
        person = Coordinator(browser.page, site)
        person.sign_in()
        yield person
        browser.close()


def unfold(page: Page, words: str) -> None:
    page.locator("summary").filter(has_text=re.compile(words)).first.click()


def card_of(page: Page, name: str) -> None:
    page.goto(CASE)
    leads_on(page.get_by_role("link", name=re.compile(f"^Status, consent and naming ?: {name}")).first)
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def test_what_was_said_stands_side_by_side_under_what_she_makes_of_it(researcher: Coordinator) -> None:
    page = researcher.page
    card_of(page, "Natalia Sokolova")
    for status in ("Released", "Convicted", "Missing"):
        expect(page.locator("main")).to_contain_text(status)
    look(page, "person")
    researcher.follow("side by side ?: Penalty")
    for term in ("six years in prison", "4-7 years", "sechs Monate Gefängnis"):
        expect(page.locator("main")).to_contain_text(term)
    unfold(page, "Assess")
    page.get_by_label("What we make of it").fill("Six years, by two reports of August and September 2011.")
    page.get_by_label("How sure").select_option("disputed")
    for box in page.locator("input[name=cites]").all()[:2]:
        box.check()
    researcher.press("Store the assessment")
    expect(page.locator("#assess")).to_contain_text("cites 2 claims")
    look(page, "beside-assessed")


def test_a_consent_that_is_withdrawn_takes_the_name_off_the_public_page(researcher: Coordinator) -> None:
    page = researcher.page
    page.goto("/c/kazakhstan-2011")
    expect(page.locator("main")).to_contain_text("Карабалаева")
    card_of(page, "Жансауле Карабалаева")
    unfold(page, "Record consent")
    page.get_by_label("Name or part").fill("her brother")
    page.get_by_label("When", exact=True).fill("2011-09")
    look(page, "consent-form")
    researcher.press("Record it")
    unfold(page, "Consent was withdrawn")
    page.get_by_label("When was it withdrawn?").fill("2012-01-15")
    look(page, "consent-withdrawal")
    researcher.press("Withhold the name now")
    expect(page.get_by_text("consent withdrawn").first).to_be_visible()
    look(page, "consent-withdrawn")
    page.goto("/c/kazakhstan-2011")
    shown = page.content()
    assert [n for n in ("Карабалаев", "Qarabalaeva", "Karabalaeva") if n in shown] == []


def test_a_note_opens_for_members_of_the_case_alone(researcher: Coordinator) -> None:
    page = researcher.page
    card_of(page, "Natalia Sokolova")
    researcher.follow("^Notes$")
    expect(page.locator("main")).to_contain_text("it has no notes")
    look(page, "notes-not-on-it")
    _opens_a_case_of_her_own(researcher)
    leads_on(page.locator("a[href*='/people/']").first)
    researcher.follow("^Notes$")
    notes = page.url
    researcher.follow("Make your passphrase")
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("Once more").fill(PASSPHRASE)
    researcher.press("Make it")
    page.goto(notes)
    page.get_by_label("What must be known").fill(NOTE)
    page.get_by_label("Your passphrase for notes").fill(PASSPHRASE)
    researcher.press("Seal it")
    expect(page.locator("main")).not_to_contain_text(NOTE)
    look(page, "notes-sealed")
    page.get_by_label("Your passphrase for notes").first.fill("another set of quiet words")
    researcher.press("Open the notes")
    expect(page.get_by_role("alert").first).to_be_visible()
    assert NOTE not in page.content()
    look(page, "notes-wrong-passphrase")
    page.get_by_label("Your passphrase for notes").first.fill(PASSPHRASE)
    researcher.press("Open the notes")
    expect(page.locator("main")).to_contain_text(NOTE)
    look(page, "notes-open")


def _opens_a_case_of_her_own(researcher: Coordinator) -> None:
    page = researcher.page
    page.goto("/desk/reports/new")
    page.get_by_label("Paste the text").fill(TEXT)
    page.get_by_label("When was it published?").fill("2015-05-08")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Begin the review").wait_for()
    researcher.reviews(HEADLINE[:30], "2015-05-08")
    researcher.takes_it_into_a_case()


def test_two_are_one_or_not_and_each_answer_is_undone(researcher: Coordinator) -> None:
    page = researcher.page
    page.goto(f"{CASE}same")
    judged, pair = page.locator(".judged > li"), page.locator("[data-pair]").first
    before, offered = judged.count(), pair.inner_text()
    pair.get_by_role("button", name="The same").first.click()
    expect(page.get_by_role("status")).to_contain_text("Noted: the same")
    expect(judged).to_have_count(before + 1)
    look(page, "same-judged")
    page.locator("[data-undo] button").click()
    expect(judged).to_have_count(before)
    expect(page.locator("[data-pair]").first).to_have_text(offered, use_inner_text=True)

    card_of(page, "Natalia Sokolova")
    unfold(page, "Joined from")
    leads_on(page.get_by_role("button", name=re.compile("Somebody else after all ?: Natalia Sokolowa")))
    page.goto(f"{CASE}same")
    person = page.locator("[data-pair]").filter(has_text="Sokolowa").first
    leads_on(person.get_by_role("button", name="The same").first)
    expect(judged).to_have_count(before)


def test_a_name_is_found_in_another_script(researcher: Coordinator) -> None:
    page = researcher.page
    page.goto("/desk/search/")
    for typed, found in (("Karabalaeva", "Карабалаев"), ("Соколова", "Sokolova")):
        page.get_by_label("Reports, people, incidents, offices").fill(typed)
        leads_on(page.get_by_role("button", name="Search"))
        expect(page.locator(".result-list mark", has_text=found).first).to_be_visible()
    look(page, "search-found")
    unfold(page, "Narrow down")
    page.get_by_label("Language").select_option(label="Russian")
    researcher.press("Show")
    assert page.locator(".result-list > li").count() == page.get_by_text("· Russian ·").count() > 0
    look(page, "search-narrowed")
    page.goto("/desk/search/?q=qqqzzz")
    look(page, "search-none")
    expect(page.locator(".empty")).to_contain_text("No result for “qqqzzz”")


def test_a_sealed_report_leaves_its_hash(researcher: Coordinator) -> None:
    page = researcher.page
    card_of(page, "Natalia Sokolova")
    leads_on(page.locator(".case-side").get_by_role("link", name="Report of 8 June 2011"))
    look(page, "report-kept")
    researcher.follow("seal it")
    page.get_by_label("Why is it sealed?").fill("The witness took consent back on 3 May.")
    page.get_by_label("I have read what will happen").check()
    look(page, "report-seal")
    researcher.press("Seal it for good")
    expect(page.locator("main")).to_contain_text(re.compile("[0-9a-f]{64}"))
    assert "stirring up class conflict" not in page.content()
    look(page, "report-sealed")
    page.goto(CASE)
    expect(page.locator("main")).to_contain_text("frozen")
    page.goto("/desk/history/case/1/")
    expect(page.locator("main")).to_contain_text("let the name be shown")
    look(page, "history-case")
