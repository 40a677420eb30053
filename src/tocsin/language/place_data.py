"""The names of countries and cities, as built by `tools/build_places.py` and as edited by hand."""

import csv
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from tocsin.language.place_names import plain_name

AMBIGUOUS = "?"
Index = Mapping[str, str]


@cache
def places() -> dict[str, Any]:
    """The built file: names, mentions, capitals, cities, big_cities."""
    read: dict[str, Any] = json.loads(_data("places.json"))
    return read


@cache
def country_names() -> Index:
    """Folded name -> ISO alpha-2, or '?' where one must ask; what is edited by hand wins."""
    names = _ungrouped(places()["names"])
    return {**names, **{plain_name(row["name"]): row["country"] for row in aliases()}}


@cache
def cities() -> Index:
    """Folded name -> country of the largest city so named."""
    return {**_ungrouped(places()["cities"]), **big_cities()}


@cache
def big_cities() -> Index:
    """The same for cities of 100,000 people and more."""
    return _ungrouped(places()["big_cities"])


@cache
def aliases() -> tuple[dict[str, str], ...]:
    """Rows name, country, note."""
    return tuple(csv.DictReader(_data("country-aliases.csv").splitlines()))


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


def _ungrouped(by_code: dict[str, str]) -> dict[str, str]:
    return {name: code for code, names in by_code.items() for name in names.split("|")}


def _data(name: str) -> str:
    return resources.files(__package__).joinpath("data", name).read_text(encoding="utf-8")
