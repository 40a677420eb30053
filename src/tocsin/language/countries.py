"""Which country is meant: names, demonyms and codes to ISO 3166-1 alpha-2 (and XK)."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tocsin.language.place_data import AMBIGUOUS, aliases, cities, country_names, places
from tocsin.language.place_names import plain_name

if TYPE_CHECKING:
    from babel import Locale

_REGION = re.compile(
    r"^(?:(?:north|south|east|west|central|northern|southern|eastern|western|republic of(?: the)?|state of|kingdom of"
    r"|people s republic of|islamic republic of|federal republic of) )+"
)
_ABBREVIATED = re.compile(r"\(.*?\)")


@lru_cache(4096)
def find_country(name: str) -> str | None:
    """The country that `name` means, or None where it means none, or more than one ('Korea', 'Congo').

    Takes names in any language of CLDR, codes ('NO'), 'City, Country', parts ('West Kazakhstan') and cities.
    """
    whole = plain_name(name)
    if not whole:
        return None
    if name in country_codes():
        return name
    for look in (_by_name, _by_last_part, _of_a_region, _by_city):
        known = look(name)
        if known:
            return None if known == AMBIGUOUS else known
    return None


def _by_name(name: str) -> str | None:
    return country_names().get(plain_name(name))


def _by_last_part(name: str) -> str | None:
    """'Seoul, Korea': the city tells which Korea."""
    parts = [p for p in re.split(r"[,;/]", _ABBREVIATED.sub("", name)) if p.strip()]
    tried = [_by_name(p) for p in reversed(parts)]
    if AMBIGUOUS in tried and len(parts) > 1:
        tried += [cities().get(plain_name(p)) for p in parts]
    return next((code for code in tried if code and code != AMBIGUOUS), None)


def _of_a_region(name: str) -> str | None:
    whole = plain_name(name)
    rest = _REGION.sub("", whole)
    return country_names().get(rest) if rest != whole else None


def _by_city(name: str) -> str | None:
    tried = (cities().get(plain_name(p)) for p in (name, *name.split(",")))
    return next((code for code in tried if code), None)


@cache
def country_codes() -> frozenset[str]:
    """All codes that `find_country` may give."""
    return frozenset(places()["names"]) | {"XK"}


def successors(name: str) -> tuple[str, ...]:
    """The states that came after one that is no more: 'Czechoslovakia' -> CZ, SK. Empty for all others."""
    key = plain_name(name)
    notes = (
        row["note"] for row in aliases() if row["country"] == AMBIGUOUS and plain_name(row["name"]) == key
    )
    return tuple(c for note in notes for c in note.split(", ") if c in country_codes())


def country_name(code: str, language: str = "en") -> str:
    """The name of a country in a language (BCP 47), in English where CLDR has none, else the code itself."""
    return _locale(language).territories.get(code) or _locale("en").territories.get(code) or code


@cache
def _locale(language: str) -> "Locale":
    from babel import Locale, UnknownLocaleError  # here, since finding a country needs no display names

    try:
        return Locale.parse(language, sep="-" if "-" in language else "_")
    except (UnknownLocaleError, ValueError):
        return Locale("en")
