"""Which country is meant: names, demonyms and codes to ISO 3166-1 alpha-2 (and XK)."""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tocsin.language.place_index import codes, place_names
from tocsin.language.place_keys import place_key
from tocsin.language.places import city_country

if TYPE_CHECKING:
    from babel import Locale

_REGION = re.compile(
    r"^(?:(?:north|south|east|west|central|northern|southern|eastern|western|republic of(?: the)?|state of|kingdom of"
    r"|people.s republic of|islamic republic of|federal republic of) )+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|la|le|les|el|los|las|il|die|der|das|den|de) (?=.{3})", re.IGNORECASE)
_ABBREVIATED = re.compile(r"\(.*?\)")
_SURE = "ca"


@lru_cache(4096)
def find_country(name: str) -> str | None:
    """The country that a text names so, or None where it names none, or more than one ('Korea', 'Congo').

    Takes names in any language of CLDR, codes ('NO'), 'City, Country', parts ('West Kazakhstan') and cities. What a person
    typed is better asked of `find_place`, which knows more spellings: in a text they are too often other words.
    """
    if name in codes():
        return name
    looks = (_by_name, _by_last_part, _of_a_region, _by_city)
    return next((code for look in looks if (code := look(name)) or _is_asked_back(name)), None)


def _meaning(name: str) -> str:
    """As the index has it: 'cKZ', 'nKP|KR'; '' where it has no such name."""
    plain = name.strip()
    value = place_names().get(place_key(plain)) or place_names().get(place_key(_ARTICLE.sub("", plain))) or ""
    return "" if value.startswith("^") and plain.upper() != plain else value.lstrip("^")


def _is_asked_back(name: str) -> bool:
    return _meaning(name)[:1] in tuple("nph")


def _by_name(name: str) -> str | None:
    meaning = _meaning(name)
    return meaning[1:] if meaning[:1] in tuple(_SURE) else None


def _by_last_part(name: str) -> str | None:
    """'Seoul, Korea': the city tells which Korea."""
    parts = [p for p in re.split(r"[,;/]", _ABBREVIATED.sub("", name)) if p.strip()]
    tried = [_by_name(p) for p in reversed(parts)]
    if len(parts) > 1 and any(_is_asked_back(p) for p in parts):
        tried += [city_country(p) for p in parts]
    return next((code for code in tried if code), None)


def _of_a_region(name: str) -> str | None:
    rest = _REGION.sub("", name.strip())
    return _by_name(rest) if rest != name.strip() else None


def _by_city(name: str) -> str | None:
    return next((code for part in (name, *name.split(",")) if (code := city_country(part))), None)


@cache
def country_codes() -> frozenset[str]:
    """All codes that `find_country` may give."""
    return frozenset(codes())


def successors(name: str) -> tuple[str, ...]:
    """The states that came after one that is no more: 'Czechoslovakia' -> CZ, SK. Empty for all others."""
    from tocsin.language.find_place import find_place  # here, since it knows much that a text has no need of

    return find_place(name).successors


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
