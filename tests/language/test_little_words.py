"""The small words beside names stand in a table that a translator can lengthen."""

import re

import pytest

from tocsin.language.little_words import little


@pytest.mark.parametrize(
    ("part", "word"),
    [("former", "бывший"), ("and", "og"), ("others", "otras"), ("saint", "são"), ("title_behind", "zhuxi")],
)
def test_any_language_s_word_is_met(part: str, word: str) -> None:
    assert re.fullmatch(little(part), word)


def test_a_word_of_another_part_is_none() -> None:
    assert re.fullmatch(little("and"), "former") is None
