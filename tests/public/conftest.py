import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, Request, sync_playwright
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer
from tests.delivery.scene import Scene, open_action
from tests.patience import IN_A_BROWSER
from tests.public.gathered import called

from tocsin.actions.asks.gather.models import CalledDay
from tocsin.members.models import Member
from tocsin.supporters.rate_keys import rate_keys


@pytest.fixture
def scene(db: None, settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Scene:
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    return open_action()


@pytest.fixture
def day(scene: Scene, petra: Member) -> CalledDay:
    """Belarus is marked beside the country of events, Kazakhstan."""
    return called(scene.action, petra, "BY")


@pytest.fixture
def olga() -> Client:
    """A stranger's browser, as strict about forms as a real one."""
    return Client(enforce_csrf_checks=True)


@pytest.fixture(autouse=True)
def _new_hour() -> None:
    """What one test counted is nothing to the next."""
    rate_keys.forget()


class Reader:
    """Chromium on our pages; what it complains of is kept."""

    def __init__(self, browser: Browser, origin: str) -> None:
        self.browser, self.origin = browser, origin
        self.complaints: list[str] = []

    def open(self, path: str, width: int = 390, **options: Any) -> Page:
        """A fresh browser, without cookies; `options` go to the browser context."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 844}, base_url=self.origin, **{"locale": "en-GB", **options}
        )
        context.set_default_timeout(IN_A_BROWSER)
        page = context.new_page()
        page.on(
            "console",
            lambda message: self.complaints.append(message.text) if message.type == "error" else None,
        )
        page.on("request", self._note_other_origin)
        page.goto(path)
        return page

    def _note_other_origin(self, request: Request) -> None:
        if not request.url.startswith(self.origin):
            self.complaints.append(f"asked {request.url}")


# An onion service of our tests is a plain server of this machine.
FLAGS = ["--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP *.onion 127.0.0.1"]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Ends with its module: as long as it lives, its event loop keeps Django from the database in this thread."""
    with sync_playwright() as playwright, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        path = os.environ.get("TOCSIN_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def reader(chromium: Browser, live_server: LiveServer, settings: Settings) -> Iterator[Reader]:
    settings.CSRF_TRUSTED_ORIGINS = [live_server.url]
    reading = Reader(chromium, live_server.url)
    yield reading
    for context in list(chromium.contexts):
        context.close()
    assert [text for text in reading.complaints if "status of 4" not in text] == []
