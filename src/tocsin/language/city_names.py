"""What a city is called in a language: as our own list says, else as Unicode CLDR calls the city of a clock."""

import csv
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from tocsin.language.contractions import Joining
from tocsin.language.place_keys import place_key
from tocsin.language.zones import zone_city, zones_of

# In which the tables of offices name cities.
_OF_THE_TABLES = "en"


@lru_cache(4096)
def city_name(city: str, country: str, language: str) -> Joining:
    """As it was given where neither knows it. `city` is its English name, `country` ISO alpha-2, `language` BCP 47."""
    of = language.split("-")[0].lower()
    if of == _OF_THE_TABLES:
        return Joining(city, of)
    listed = _listed().get((country, place_key(city)), {}).get(of)
    return Joining(listed or _by_clock(city, country, of) or city, of)


@cache
def _listed() -> dict[tuple[str, str], dict[str, str]]:
    """Kept by hand: a city a row, a language a column; empty where it is called as in English, or by CLDR, or not surely known."""
    text = (Path(__file__).parent / "data/city-names.csv").read_text(encoding="utf-8")
    return {
        (row.pop("country"), place_key(row.pop("city"))): row for row in csv.DictReader(text.splitlines())
    }


def _by_clock(city: str, country: str, language: str) -> str:
    """Many clocks are named after the largest city that lives by them."""
    zones = _clocks(country).get(place_key(city), ())
    return _city_of(zones, language)


@cache
def _clocks(country: str) -> dict[str, tuple[str, ...]]:
    """Key of a city's English name -> the names of its zone."""
    named = ((zone, *_former_names().get(zone, ())) for zone in zones_of(country))
    return {
        place_key(_city_of(names, _OF_THE_TABLES) or zone_city(names[0]).replace("_", " ")): names
        for names in named
    }


def _city_of(zones: Iterable[str], language: str) -> str:
    """Empty where CLDR has none."""
    known = _zones(language)
    return next((city for zone in zones if (city := known.get(zone, {}).get("city"))), "")


@cache
def _former_names() -> dict[str, list[str]]:
    """CLDR goes on calling a zone what it was called first: Europe/Kyiv is Europe/Kiev."""
    from babel.core import get_global

    found: dict[str, list[str]] = {}
    for former, zone in get_global("zone_aliases").items():
        found.setdefault(zone, []).append(former)
    return found


@cache
def _zones(language: str) -> Mapping[str, Any]:
    from babel import Locale, UnknownLocaleError  # here, since most of what imports this needs no names

    try:
        zones: Mapping[str, Any] = Locale.parse(language).time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    return zones
