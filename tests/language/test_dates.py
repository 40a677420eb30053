"""Dates reckoned from the day of publication."""

import pytest

from tocsin.language.date_words import date_words
from tocsin.language.dates import find_dates
from tocsin.language.lexicon import lexicon
from tocsin.language.reckoning import anchor_of


def dates(
    text: str, published: str | None, language: str = "en", planned: bool = False, years: tuple[int, ...] = ()
) -> list[str]:
    return [d.edtf for d in find_dates(text, lexicon(language), anchor_of(published, years), planned)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 2011-01-22", ["2011-01-22"]),
        ("on 22.03.2010 and 3/4/2009", ["2010-03-22", "2009-04-03"]),
        ("on April 14, 2001", ["2001-04-14"]),
        ("the 13th of June", ["2011-06-13?"]),
        ("On 30 December", ["2010-12-30?"]),
        ("Early Sunday afternoon", ["2011-06-12?"]),
        ("on Wednesday", ["2011-06-15?"]),
        ("next Friday", ["2011-06-17?"]),
        ("yesterday", ["2011-06-14?"]),
        ("in May", ["2011-05?"]),
        ("since 2009", ["2009"]),
        ("On May Day", ["2011-05-01?"]),
        ("they may march on", []),
        ("31 February and 2011-02-31", []),
    ],
)
def test_english(text: str, expected: list[str]) -> None:
    assert dates(text, "2011-06-15") == expected


def test_a_plan_looks_ahead_over_the_new_year() -> None:
    assert dates("on 5 January", "2011-12-20", planned=True) == ["2012-01-05?"]
    assert dates("on Saturday", "2011-06-15", planned=True) == ["2011-06-18?"]


def test_a_weekday_tells_the_year() -> None:
    assert dates("Monday 11th October", None, years=(2025, 2021)) == ["2021-10-11?"]


def test_without_publication_the_year_stays_open() -> None:
    assert dates("16th June, on Sunday", None) == ["XXXX-06-16", "XXXX"]


def test_month_precision_is_kept() -> None:
    assert dates("on Sunday", "2011-06") == ["2011-06?"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("El 10 de febrero, los federales", "es", "2011-02-10?"),
        ("le 1er mai", "fr", "2011-05-01?"),
        ("am 3. Juni 2011", "de", "2011-06-03"),
        ("24 мая суд", "ru", "2011-05-24?"),
        ("no dia 7 de março de 2010", "pt", "2010-03-07"),
        ("il 15 aprile", "it", "2011-04-15?"),
        ("分别于1月和3月5日", "zh", "2011-01?"),
    ],
)
def test_other_languages(text: str, language: str, expected: str) -> None:
    assert dates(text, "2011-06-15", language)[0] == expected


def test_a_date_of_which_nothing_is_known_has_no_words() -> None:
    assert date_words("XXXX?") == ""
    assert date_words("XXXX-06-16") == "16 June, year unknown"
