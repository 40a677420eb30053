"""The envelope sender names the letter, and nobody else can write one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from tocsin.post.header_words import address
from tocsin.post.return_path import Kind, Returned, return_path, token, tokens_in


@given(kind=st.sampled_from(Kind), number=st.integers(1, 10**15 - 1))
def test_a_token_is_read_back_also_in_capitals(kind: Kind, number: int) -> None:
    written = token(kind, number)
    assert tokens_in(f"<bounces+{written.upper()}@tocsin.example>") == [Returned(kind, number)]
    assert len(f"bounces+{written}") <= 64


def test_the_envelope_sender(settings: Settings) -> None:
    settings.MAIL_FROM, settings.BOUNCES = "Tocsin <post@tocsin.example>", "bounces@tocsin.example"
    about = token(Kind.DELIVERY, 7)
    assert return_path(about) == f"bounces+{about}@tocsin.example"
    assert address(return_path(about))
    assert return_path() == "bounces@tocsin.example"
    settings.BOUNCES = ""
    assert return_path(about) == "post@tocsin.example"


@pytest.mark.parametrize("change", [("d7", "d8"), ("d7", "s7"), ("d7", "x7"), ("-", "-a")])
def test_a_forged_token_stands_for_nothing(change: tuple[str, str]) -> None:
    assert tokens_in(token(Kind.DELIVERY, 7).replace(*change, 1)) == []


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert tokens_in(text) == []
