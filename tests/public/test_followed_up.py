"""A coordinator follows up, on a phone and on a screen: an office answers by mail, it is published, those who wrote are told."""

import subprocess
import sys

import pytest
from django.conf import settings
from playwright.sync_api import Page
from pytest_django import Settings
from tests import cast, processes
from tests.axe import violations
from tests.delivery.leaving import at_full_speed
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene
from tests.followup.answered import answer, left
from tests.followup.crowd import crowd, do_all
from tests.journeys.watched_browser import DESKTOP, PHONE, fits, leads_on, see
from tests.patience import PATIENCE

from tocsin.followup.models import NoMore

from .conftest import Reader

pytestmark = pytest.mark.django_db(transaction=True)
ACTION = "/desk/actions/strike-in-aktau"


def at_the_desk(reader: Reader, path: str) -> Page:
    """Petra, signed in."""
    page = reader.open("/safety")
    name = settings.SESSION_COOKIE_NAME
    value = cast.desk_client("Petra").cookies[name].value
    page.context.add_cookies([{"name": name, "value": value, "url": reader.origin}])
    page.goto(path)
    return page


def looks_right(page: Page, name: str) -> None:
    """Seen by axe, and narrow enough for a phone."""
    see(page, name)
    assert violations(page) == []
    for size in (DESKTOP, PHONE):
        page.set_viewport_size(size)
        assert fits(page), f"{name} at {size['width']}"


def pipes(mail: bytes) -> None:
    """As the mail server does it."""
    command = [sys.executable, "-m", "tocsin.cli.main", "receive", "--bounce", "--data", str(settings.DATA)]
    subprocess.run(command, input=mail, env=processes.environment(), timeout=PATIENCE, check=True)


def test_an_answer_is_published_and_those_who_wrote_are_told(
    scene: Scene, reader: Reader, settings: Settings
) -> None:
    settings.REPLIES = "replies@appeals.example"
    settings.PUBLIC_URL = reader.origin
    _delivery, address = left(scene)
    mail = answer(address, "We confirm that the lawyer is held in Aktau.\n\nThe matter is closed.\n")
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="note.pdf")
    pipes(mail.as_bytes())
    page = at_the_desk(reader, f"{ACTION}/follow-up/")
    looks_right(page, "follow-up")
    leads_on(page.locator("#replies ~ ul a").first)
    looks_right(page, "reply")
    page.get_by_label("Or only these words of it").fill("We confirm that the lawyer is held in Aktau. […]")
    leads_on(page.get_by_role("button", name="Publish these words"))
    page.get_by_label("What happened").select_option("charge_dropped")
    page.get_by_label("A link").fill("https://news.example/dropped")
    leads_on(page.get_by_role("button", name="Record it"))
    page.goto("/a/strike-in-aktau")
    looks_right(page, "followed-up")
    shown = page.inner_text("main")
    assert "the lawyer is held in Aktau" in shown
    assert "The matter is closed" not in shown
    assert "news.example" in shown
    tells_those_who_wrote(scene, page)


def tells_those_who_wrote(scene: Scene, page: Page) -> None:
    crowd(scene, 3)
    at_full_speed()
    page.goto(f"{ACTION}/follow-up/")
    leads_on(page.get_by_role("button", name="Write an update"))
    page.get_by_label("Subject").first.fill("The embassy answered")
    page.get_by_label("Text").first.fill("Thank you for writing.")
    leads_on(page.get_by_role("button", name="Save"))
    looks_right(page, "update")
    leads_on(page.get_by_role("button", name="Send it to all of them"))
    looks_right(page, "update-asks")
    with mail_server() as postbox:
        leads_on(page.get_by_role("button", name="Yes, send it to 4 supporters"))
        do_all()
    assert len(postbox.letters) == 4
    page.goto(str(postbox.letters[0]["List-Unsubscribe"]).strip("<>"))
    looks_right(page, "no-more")
    leads_on(page.get_by_role("button", name="No more mail about it"))
    looks_right(page, "no-more-done")
    assert NoMore.objects.count() == 1
