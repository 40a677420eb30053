"""Texts with one blank between words, and in lower case, whose letters are found again in the text as received."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.single_blanks import SingleBlanks, has_single_blanks, lower


@pytest.mark.parametrize(
    ("text", "is_so"),
    [("", True), (" was seen ", True), ("was  seen", False), ("was\nseen", False), ("was\u00a0seen", False)],
)
def test_whether_blanks_are_single(text: str, is_so: bool) -> None:
    assert has_single_blanks(text) is is_so


@given(st.text(st.sampled_from(" \n\t\u00a0aİя被"), max_size=40))
def test_every_letter_is_found_again(text: str) -> None:
    single = SingleBlanks(text)
    assert single.text == " ".join(text.split())
    assert [text[single.origin(at)] for at, letter in enumerate(single.text) if letter != " "] == list(
        "".join(text.split())
    )


@given(st.text())
def test_lower_case_moves_no_letter(text: str) -> None:
    assert len(lower(text)) == len(text)
