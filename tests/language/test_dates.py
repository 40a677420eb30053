"""Dates reckoned from the day of publication."""

from dataclasses import replace

import pytest

from tocsin.language.date_words import date_words
from tocsin.language.dates import find_dates
from tocsin.language.figure_dates import writes_month_first
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


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("from 3 June to 7 July 2010", "en", ["2010-06-03?/2010-07-07"]),
        ("on the night of 2 to 3 May", "en", ["2011-05-02?/2011-05-03?"]),
        ("June 3-7, 2010", "en", ["2010-06-03/2010-06-07"]),
        ("del 3 al 7 de junio", "es", ["2011-06-03?/2011-06-07?"]),
        ("marzo-abril", "es", ["2011-03?/2011-04?"]),
        ("du 1er au 3 mai", "fr", ["2011-05-01?/2011-05-03?"]),
        ("vom 3. bis 7. Juni", "de", ["2011-06-03?/2011-06-07?"]),
        ("с 3 по 7 июня", "ru", ["2011-06-03?/2011-06-07?"]),
        ("7月20日至22日", "zh", ["2011-07-20?/2011-07-22?"]),
    ],
)
def test_a_stretch_of_time_keeps_both_ends(text: str, language: str, expected: list[str]) -> None:
    assert dates(text, "2011-06-15", language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("two weeks ago", "en", "2011-05-29?/2011-06-04?"),
        ("last week", "en", "2011-06-06?/2011-06-12?"),
        ("in July last year", "en", "2010-07?"),
        ("hace tres días", "es", "2011-06-12?"),
        ("il y a trois jours", "fr", "2011-06-12?"),
        ("im letzten Monat", "de", "2011-05?"),
        ("две недели назад", "ru", "2011-05-29?/2011-06-04?"),
        ("去年7月", "zh", "2010-07?"),
        ("há duas semanas", "pt", "2011-05-29?/2011-06-04?"),
        ("il mese scorso", "it", "2011-05?"),
        ("миналата седмица", "bg", "2011-06-06?/2011-06-12?"),
        ("před třemi dny", "cs", "2011-06-12?"),
        ("for to uger siden", "da", "2011-05-29?/2011-06-04?"),
    ],
)
def test_times_ago(text: str, language: str, expected: str) -> None:
    assert dates(text, "2011-06-15", language) == [expected]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("on 5/6/11 and 3/4/98", "en", ["2011-06-05", "1998-04-03"]),
        ("on 2011/05/06", "en", ["2011-05-06"]),
        ("a guard 24/7, and 3/4 of them", "en", []),
        ("am 5.6. in Kassel", "de", ["2011-06-05?"]),
        ("3月20日和22號", "zh", ["2011-03-20?", "2011-03-22?"]),
    ],
)
def test_short_figures(text: str, language: str, expected: list[str]) -> None:
    assert dates(text, "2011-06-15", language) == expected


def test_who_writes_the_month_first_does_so_in_figures() -> None:
    assert writes_month_first("Sent June 5, 2011.")
    assert not writes_month_first("Sent 5 June 2011, 25/6/2011.")
    anchor = replace(anchor_of("2011-06-15"), month_first=True)
    assert [d.edtf for d in find_dates("on 5/6/11", lexicon("en"), anchor)] == ["2011-05-06"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("La detención fue el sábado 19, en una charla.", "es", ["2011-02-19?"]),
        ("They were held on Saturday 19th.", "en", ["2011-02-19?"]),
        ("They were held on Saturday 18.", "en", ["2011-02-26?"]),  # no Saturday
        ("On Saturday 19 cooks were held.", "en", ["2011-02-26?"]),  # counts the cooks
    ],
)
def test_a_weekday_with_its_number(text: str, language: str, expected: list[str]) -> None:
    assert dates(text, "2011-02-28", language) == expected
