"""What is edited by hand about names of countries in texts, and about postal codes."""

import csv
import re
from functools import cache
from pathlib import Path

AMBIGUOUS = "?"


@cache
def aliases() -> tuple[dict[str, str], ...]:
    """Rows name, country, note."""
    return tuple(csv.DictReader(_data("country-aliases.csv").splitlines()))


@cache
def country_names() -> tuple[dict[str, str], ...]:
    """Rows language, name, country: names that texts print and CLDR does not have ('Myanmar', 'EE.UU.', 'РФ')."""
    return tuple(csv.DictReader(_data("country-names.csv").splitlines()))


@cache
def demonyms() -> tuple[dict[str, str], ...]:
    """Rows language, word, country; where a language declines its adjectives the word is a stem."""
    return tuple(csv.DictReader(_data("demonyms.csv").splitlines()))


@cache
def homographs() -> tuple[dict[str, str], ...]:
    """Rows language, word, means: written like a country, and nearly always another word."""
    return tuple(csv.DictReader(_data("country-homographs.csv").splitlines()))


@cache
def postal_codes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Country and the form of its postal codes, for those that no other country shares."""
    rows = csv.DictReader(_data("postal-codes.csv").splitlines())
    return tuple((row["country"], re.compile(row["pattern"])) for row in rows)


def _data(name: str) -> str:
    return (Path(__file__).parent / "data" / name).read_text(encoding="utf-8")
