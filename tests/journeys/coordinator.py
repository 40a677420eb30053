"""What a coordinator does at the desk, in her own words."""

import base64
import re

from django_otp.oath import totp
from playwright.sync_api import Page, expect

from .running_site import RunningSite
from .watched_browser import leads_on, see

LONDON = "london@embassy.example"


class Coordinator:
    def __init__(self, page: Page, site: RunningSite) -> None:
        self.page = page
        self.site = site

    def sign_in(self) -> None:
        """By the one-time link, then with the second factor that she sets up."""
        self.page.goto(self.site.up.desk_link)
        self.press("Sign in")
        secret = re.search(r"into the app: ([A-Z2-7 ]+)", self.page.inner_text("main"))
        assert secret is not None
        self.secret = secret[1].replace(" ", "")
        see(self.page, "enrol")
        self.page.get_by_label("Code").fill(self.code())
        self.press("Check the code")
        self.page.get_by_text("Write these codes down").wait_for()

    def code(self) -> str:
        """What her authenticator app shows now."""
        padded = self.secret + "=" * (-len(self.secret) % 8)
        return f"{totp(base64.b32decode(padded)):06d}"

    def turns_both_appeals_into_an_action(self) -> str:
        """The public address of the action."""
        self.reviews("Kazakhstan: lawyer", "2011-06-08")
        self.takes_it_into_a_case()
        self.reviews("Kazakhstan: riot police", "2011-06-14")
        self.takes_it_into_a_case(existing=True)
        self.names_the_lawyer()
        self.drafts_an_action()
        self.confirms_an_address()
        return self.publishes()

    def press(self, words: str) -> None:
        """A button that leads on."""
        leads_on(self.page.get_by_role("button", name=re.compile(words)).first)

    def follow(self, words: str) -> None:
        leads_on(self.page.get_by_role("link", name=re.compile(words)).first)

    def reviews(self, headline: str, published: str) -> None:
        """Accepts what was found, section by section."""
        self.page.goto("/desk/")
        see(self.page, "inbox")
        self.follow(headline)
        if self.page.get_by_label("When was this report published").count():
            self.page.get_by_label("When was this report published").fill(published)
            self.press("Set the date")
        self.press("Begin the review")
        see(self.page, "review")
        accept_all = self.page.get_by_role("button", name=re.compile("^Accept all"))
        while accept_all.count():
            showing = accept_all.first.locator("xpath=ancestor::form[1]").get_by_role("checkbox")
            if showing.count():
                showing.first.check()
            before = accept_all.count()
            accept_all.first.click()
            expect(accept_all).to_have_count(before - 1)

    def takes_it_into_a_case(self, existing: bool = False) -> None:
        self.follow("^Take ")
        if existing:
            self.page.get_by_label("Into which case?").select_option(index=1)
        see(self.page, "into-a-case")
        self.press("case")
        self.case_address = self.page.url
        see(self.page, "case-file")

    def names_the_lawyer(self) -> None:
        """Her name stands in published sources; the hurt woman's stays withheld."""
        person = self.page.locator("form.subject").filter(has_text="Natalia Sokolova").first
        naming = person.locator("xpath=following::form[contains(@action, '/name')][1]")
        naming.locator("xpath=ancestor::details[1]/summary").click()
        naming.get_by_label("Shown as").select_option("full")
        naming.get_by_label("On what ground").select_option("published")
        naming.get_by_label(re.compile("Who agreed")).fill("Named by her union in its appeal of June 2011")
        leads_on(naming.get_by_role("button"))

    def drafts_an_action(self) -> None:
        self.press("Make an action")
        self.action_desk = self.page.url
        see(self.page, "action-edit")

    def confirms_an_address(self) -> None:
        """Every address in the appeals is redacted: she found London's on the embassy's own site."""
        self.follow("Confirm addresses")
        self.page.get_by_label(re.compile("^Country")).select_option("NO")
        self.press("Show")
        adding = self.page.locator("form").filter(has=self.page.get_by_role("button", name="Add and confirm"))
        if not adding.count():
            self.follow("Add or confirm")
        see(self.page, "action-contacts")
        adding.get_by_label("Address or number").fill(LONDON)
        adding.get_by_label("Where you checked it").fill("https://embassy.example/contact")
        leads_on(adding.get_by_role("button"))

    def publishes(self) -> str:
        self.page.goto(self.action_desk)
        see(self.page, "action-ready")
        self.press("Publish now")
        self.page.get_by_text("The action is open to the public.").wait_for()
        address = self.page.get_by_role("link", name="The public page").get_attribute("href")
        assert address is not None
        return address

    def withdraws(self) -> None:
        """The button stands behind a question, so that it is not pressed in passing."""
        self.page.goto(self.action_desk)
        for fold in self.page.locator("details:not([open])").filter(has_text="Withdraw").all():
            fold.locator("summary").click()
        self.press("Withdraw the action")
        self.page.get_by_text("withdrawn").first.wait_for()
