"""Somebody else at the desk, who was handed a one-time link."""

import base64
import re
from dataclasses import dataclass, field

from django_otp.oath import totp
from playwright.sync_api import Page

from .coordinator import Coordinator
from .watched_browser import leads_on


@dataclass
class Colleague:
    page: Page
    recovery_codes: list[str] = field(default_factory=list)

    def signs_in(self, link: str) -> None:
        self.page.goto(link)
        self.press("Sign in")
        secret = re.search(r"into the app: ([A-Z2-7 ]+)", self.page.inner_text("main"))
        assert secret is not None
        packed = secret[1].replace(" ", "")
        code = totp(base64.b32decode(packed + "=" * (-len(packed) % 8)))
        self.page.get_by_label("Code").fill(f"{code:06d}")
        self.press("Check the code")
        self.recovery_codes = self.page.locator(".codes code").all_inner_texts()

    def press(self, words: str) -> None:
        leads_on(self.page.get_by_role("button", name=words).first)


def add(coordinator: Coordinator, name: str, role: str) -> str:
    """Her one-time link."""
    page = coordinator.page
    page.goto("/desk/members/")
    page.get_by_label("E-mail").fill(f"{name.lower()}@desk.example")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Role", exact=True).last.select_option(role)
    coordinator.press("Add and make a one-time link")
    return page.locator("code.secret").inner_text()


def link_again(coordinator: Coordinator, name: str) -> str:
    """Another one-time link for somebody who has signed in before."""
    page = coordinator.page
    page.goto("/desk/members/")
    leads_on(page.locator(".member").filter(has_text=name).get_by_role("button", name="New one-time link"))
    return page.locator("code.secret").inner_text()
