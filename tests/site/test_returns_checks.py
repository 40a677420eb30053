"""What `tocsin check` says of the mailbox for letters that come back."""

import pytest
from pytest_django import Settings

from tocsin.delivery.models import ReturnsRead
from tocsin.site.returns_checks import returns_findings

pytestmark = pytest.mark.django_db
MAILBOX = "imaps://bounces@mail.example/INBOX"


@pytest.fixture
def read(settings: Settings) -> Settings:
    settings.BOUNCE_MAILBOX, settings.ONLINE, settings.BOUNCES = MAILBOX, True, "bounces@mail.example"
    return settings


def test_a_mailbox_that_is_read_needs_no_mend(read: Settings) -> None:
    ReturnsRead.objects.create(address=MAILBOX)
    assert list(returns_findings()) == []


def test_none_is_needed(settings: Settings) -> None:
    settings.BOUNCE_MAILBOX = ""
    assert list(returns_findings()) == []


def test_the_last_refusal_is_told_with_its_mend(read: Settings) -> None:
    ReturnsRead.objects.create(address=MAILBOX, error="The mailbox refused the password.")
    [found] = returns_findings()
    assert (
        found.what
        == "The mailbox for letters that come back cannot be read: The mailbox refused the password."
    )
    assert "TOCSIN_BOUNCE_MAILBOX_PASSWORD" in found.mend


def test_one_that_is_never_asked_is_told(read: Settings) -> None:
    read.ONLINE = False
    assert ["never asked" in found.what for found in returns_findings()] == [True]


def test_letters_that_do_not_name_themselves_are_told(read: Settings) -> None:
    read.BOUNCES = ""
    assert ["which they were" in found.what for found in returns_findings()] == [True]
