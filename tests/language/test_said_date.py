"""A date bends where a sentence wants it to, and stands plain where nobody knows how."""

import pytest

from tocsin.language.said_date import SaidDate


@pytest.mark.parametrize(
    ("language", "sentence", "edtf", "words"),
    [
        ("ru", "{date:в}", "2015-05", "в мае 2015 г."),
        ("ru", "{date:с}", "2015-05-XX", "с мая 2015 г."),
        ("ru", "{date:с}", "2015-05-03", "с plain г."),
        ("ru", "{date:в}", "2015", "в 2015 г."),
        ("ru", "{date}", "2015-05", "plain"),
        ("ru", "{date:в}", "2015-21", "plain"),
        ("ru", "{date:в}", "2015-05/2015-06", "plain"),
        ("ru", "{date:no such word}", "2015-05", "plain"),
        ("kk", "{date:да}", "2015-12-03", "2015 жылғы 3 желтоқсанда"),
        ("kk", "{date:дан}", "XXXX-01", "қаңтардан"),
        ("en", "{date:в}", "2015-05", "plain"),
    ],
)
def test_a_date_in_prose(language: str, sentence: str, edtf: str, words: str) -> None:
    assert sentence.format(date=SaidDate("plain", edtf, language)) == words
