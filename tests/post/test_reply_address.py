"""The seal in the address that offices answer to."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from tocsin.post.reply_address import VALID, Named, Trust, named_in, reply_address

DAY = date(2026, 6, 5)


@pytest.fixture(autouse=True)
def _mailbox(settings: Settings) -> None:
    settings.REPLIES = "replies@appeals.example"


def test_the_best_token_counts_in_any_case_of_letters() -> None:
    address = reply_address(7, DAY)
    assert named_in(f"Office <{address.upper()}>", DAY) == Named(Trust.GENUINE, 7)
    assert named_in(address, DAY + VALID) == Named(Trust.GENUINE, 7)
    assert named_in(address, DAY + VALID + timedelta(days=1)) == Named(Trust.EXPIRED, 7)
    forged = address.replace("+r7t", "+r8t")
    assert named_in(forged, DAY) == Named(Trust.FORGED)
    assert named_in(f"{forged}, {address}", DAY) == Named(Trust.GENUINE, 7)
    assert named_in("replies@appeals.example", DAY) == Named(Trust.UNNAMED)


def test_it_fits_what_may_stand_before_the_at() -> None:
    assert len(reply_address(10**15 - 1, DAY).partition("@")[0]) <= 64


def test_without_a_mailbox_there_is_no_address(settings: Settings) -> None:
    settings.REPLIES = ""
    assert reply_address(7, DAY) == ""


@given(st.text(max_size=80))
def test_nobody_guesses_one(text: str) -> None:
    assert named_in(text, DAY).trust in (Trust.UNNAMED, Trust.FORGED)
