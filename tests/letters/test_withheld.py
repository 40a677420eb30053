"""Texts from which a name was taken out."""

import pytest

from tocsin.letters.withheld import without_marker


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[X]", "a person whose name is withheld"),
        ("their lawyer [X]", "their lawyer"),
        ("friends of [X]", "friends of a person whose name is withheld"),
        ("nine dockers and [X]", "nine dockers and a person whose name is withheld"),
        ("[X], a lawyer", "a person whose name is withheld, a lawyer"),
        ("nine dockers", "nine dockers"),
    ],
)
def test_no_marker_is_left(text, words):
    assert without_marker(text, "[X]", "en") == words
