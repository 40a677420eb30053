"""The index of names of places, as `tools/build_places.py` wrote it: files are read whole and looked up by bisection."""

import csv
from functools import cache
from pathlib import Path

from tocsin.language.sorted_names import SortedNames

_FOLDER = Path(__file__).with_name("data") / "places"


@cache
def place_names() -> SortedNames:
    """Key -> what it means.

    A letter, then the countries: c country or territory, r region (a: one that texts name alone), d demonym, n name that several carry, p place that asks
    back, h historical state (its successors, '=', its code). '^' before it: only where written in capitals. '-ca' is the
    state whose code stands behind a city.
    """
    return _sorted("names.txt")


@cache
def city_names() -> SortedNames:
    """Key -> 'B' (100,000 people and more) or 'm', of several words 'b' or 'w', and the country, for a main name; ':'; whom any spelling may mean."""
    return _sorted("cities.txt")


@cache
def city_points() -> SortedNames:
    """Key -> where the cities so named lie, the largest first: country, latitude and longitude, `|` between them."""
    return _sorted("points.txt")


@cache
def mistyped_names() -> SortedNames:
    """A longer name of a country whole, and with one letter left out -> the keys it may come from."""
    return _sorted("mistyped.txt")


@cache
def codes() -> dict[str, str]:
    """ISO 3166-1 alpha-2, and XK -> the capital in English, '' where there is none."""
    return dict(_sorted("codes.txt"))


@cache
def spellings(country: str) -> dict[str, str]:
    """Key of each spelling of a city with embassies -> the key of its main name."""
    cities = (_sorted("spellings.txt").get(country) or "").split("|")
    return {key: city.partition("=")[0] for city in cities for key in city.split("=") if key}


@cache
def mentions(language: str) -> tuple[tuple[str, str], ...]:
    """(country, name) as the language prints it; empty where we have no list for the language."""
    line = _sorted("mentions.txt").get(language)
    return tuple((code, name) for code, _, name in (m.partition("=") for m in (line or "").split("|") if m))


@cache
def sovereigns() -> dict[str, str]:
    """Territory -> the state that stands for it abroad; the source of each row is in the table."""
    return {
        row["territory"]: row["sovereign"]
        for row in csv.DictReader(_read("dependencies.csv").decode().splitlines())
    }


@cache
def name_words(kind: str) -> dict[str, str]:
    """Words of name-words.csv of one kind, in their folded form -> what they stand for."""
    rows = csv.DictReader(_read("name-words.csv").decode().splitlines())
    return {word: row["means"] for row in rows if row["kind"] == kind for word in row["words"].split("|")}


def _sorted(name: str) -> SortedNames:
    return SortedNames(_read(name))


def _read(name: str) -> bytes:
    return (_FOLDER / name).read_bytes()
