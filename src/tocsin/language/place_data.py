"""What is edited by hand about names of countries in texts, and about postal codes."""

import csv
import re
from functools import cache
from pathlib import Path

AMBIGUOUS = "?"


@cache
def aliases() -> tuple[dict[str, str], ...]:
    """Rows name, country, note."""
    return _rows("country-aliases.csv")


@cache
def country_names() -> tuple[dict[str, str], ...]:
    """Rows language, name, country: names that texts print and CLDR does not have ('Myanmar', 'EE.UU.', 'РФ')."""
    return _rows("country-names.csv")


@cache
def demonyms() -> tuple[dict[str, str], ...]:
    """Rows language, word, country; where a language declines its adjectives the word is a stem."""
    return _rows("demonyms.csv")


@cache
def homographs() -> tuple[dict[str, str], ...]:
    """Rows language, word, means: written like a country, and nearly always another word."""
    return _rows("country-homographs.csv")


@cache
def postal_codes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Country and the form of its postal codes, for those that no other country shares."""
    rows = csv.DictReader(_data("postal-codes.csv").splitlines())
    return tuple((row["country"], re.compile(row["pattern"])) for row in rows)


def _rows(name: str) -> tuple[dict[str, str], ...]:
    """Without `csv.DictReader`, which takes twice as long for three thousand rows that every start reads."""
    header, *rows = csv.reader(_data(name).splitlines())
    return tuple(dict(zip(header, row, strict=True)) for row in rows)


def _data(name: str) -> str:
    return (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
