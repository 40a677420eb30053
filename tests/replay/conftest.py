from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytest_django import Settings

from tests.delivery.mail_server import mail_server
from tocsin.public.mirror import country_pages
from tocsin.supporters.rate_keys import rate_keys

from .clock import Clock
from .world import World, at_work

FEW = [("KZ", "Kazakhstan"), ("NO", "Norway")]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock.instead(monkeypatch, datetime(2011, 6, 5, 6, 0, tzinfo=UTC))


@pytest.fixture
def world(
    transactional_db: None, clock: Clock, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[World]:
    """An installation of its own with a worker that works through all of it, and a mail server beside it."""
    settings.DATA = tmp_path / "data"
    settings.PAGES_FOLDER = settings.DATA / "pages"
    settings.REPLIES, settings.BOUNCES = "replies@appeals.example", "bounces@appeals.example"
    settings.LANGUAGES = [("en", "English"), ("ru", "Русский")]
    # A mirror has pages for each country: of all 250 it would take half a minute.
    monkeypatch.setattr(country_pages, "country_choices", lambda language: FEW)
    rate_keys.forget()
    with mail_server() as postbox, at_work() as worker:
        yield World(clock, postbox, worker, settings.DATA)
