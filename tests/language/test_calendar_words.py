"""A stop at the end of a date would stand twice at the end of a sentence."""

from datetime import date

import pytest

from tocsin.language.calendar_words import calendar_words

DAY = date(2011, 12, 16)


@pytest.mark.parametrize(
    ("language", "fields", "words"),
    [
        ("ru", "long", "16 декабря 2011"),
        ("ru", "yMMMM", "декабрь 2011"),
        ("ru", "yMMMd", "16 дек. 2011"),
        ("kk", "long", "2011\u202fж. 16 желтоқсан"),
        ("kk", "yMMMM", "2011\u202fж. желтоқсан"),
        ("uk", "long", "16 грудня 2011"),
        ("bg", "long", "16 декември 2011"),
        ("zh", "long", "2011年12月16日"),
        ("en", "long", "16 December 2011"),
        ("en-US", "long", "16 December 2011"),
        ("en", "LLLL", "December"),
        ("pt-BR", "LLL", "dez."),
        ("no such language", "yMMMM", "December 2011"),
    ],
)
def test_no_abbreviation_of_a_year_ends_a_date(language: str, fields: str, words: str) -> None:
    assert calendar_words(DAY, fields, language) == words
