"""Which country or territory is meant by a name in any language; where one must ask, what to ask."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tocsin.language.cyrillic import is_cyrillic
from tocsin.language.found_place import Found, found
from tocsin.language.loose_names import looser
from tocsin.language.mistyped_names import is_clear, meant_by_mistyped
from tocsin.language.place_index import city_names, codes, place_names, sovereigns
from tocsin.language.place_keys import place_key

_SEPARATOR = re.compile(r"[,;/|()\[\]\n\t،、，]|\s[-–—]\s")
_ALTERNATIVES = re.compile(r"[;/|]")
_LETTERS_OF_A_CODE = 2
_MOST_PARTS = 6
_LONGEST = 200
_MOST_WORDS = 6
_CITY_CASES = ("", "а", "я", "о", "ы")


@lru_cache(4096)
def find_place(text: str) -> Found:
    """What a name means: country, territory, region, city, demonym or old name in any language.

    'City, Country', official long forms, abbreviations, declined forms and one slip of the pen are understood. Never a
    guess: 'Korea', 'Crimea' and 'San José' give no country but choices, a state that is no more gives its successors.
    """
    written = text.strip()[:_LONGEST]
    if written in codes():
        return found(text, "c" + written)
    for look in (_name, _parts, _city_or_slip, _loosely, _city_before_country, _slip, _declined_city):
        known = look(written)
        if known:
            return Found(text, *_fields(known))
    return Found(text)


def sovereign_of(code: str) -> str | None:
    """The state that stands for a territory abroad, None for all others: 'PR' -> 'US'."""
    return sovereigns().get(code)


def _fields(known: Found) -> tuple[str | None, str, tuple[str, ...], str | None, tuple[str, ...], str]:
    return known.country, known.kind, known.choices, known.sovereign, known.successors, known.formerly


def _name(text: str) -> Found | None:
    return _of_key(place_key(text), text)


def _of_key(key: str, text: str) -> Found | None:
    value = place_names().get(key)
    if value is None or (value[0] == "^" and text.upper() != text):
        return None
    return found(text, value.lstrip("^"))


def _loosely(text: str) -> Found | None:
    """Without prepositions, 'Republic of' and the like, with abbreviations written out."""
    return next((known for words in looser(text) if (known := _of_key("".join(words), text))), None)


def _parts(text: str) -> Found | None:
    """'Seoul, Korea', 'Korea (South)', 'Los Angeles, CA'."""
    parts = [part.strip() for part in _SEPARATOR.split(text)[:_MOST_PARTS] if part.strip()]
    if len(parts) < 2:
        return _name(parts[0]) if parts and parts[0] != text else None
    turned = _name(" ".join(reversed(parts)))
    if turned:
        return turned
    known = [_part(part) for part in parts]
    several = {k.country for k in known if k and k.kind in ("country", "territory")}
    if len(several) > 1 and _ALTERNATIVES.search(text):
        return Found(text, None, "name", tuple(sorted(c for c in several if c)))
    return _narrowed(parts, known)


def _part(text: str) -> Found | None:
    if text in codes():
        return found(text, "c" + text)
    return _name(text) or _loosely(text)


def _narrowed(parts: list[str], known: list[Found | None]) -> Found | None:
    """The last part that means a country, or the one of its choices where another part lies."""
    for at in range(len(parts) - 1, -1, -1):
        part = known[at]
        rest = [_lands(other, k) for n, (other, k) in enumerate(zip(parts, known, strict=True)) if n != at]
        if at == len(parts) - 1 and (state := _state(parts[at], rest, part)):
            return state
        if part and part.country:
            return part
        if part and part.choices:
            common = {code for lands in rest for code in lands if code in part.choices}
            return found(part.as_written, "c" + common.pop()) if len(common) == 1 else part
    cities = [lands for part in reversed(parts) if (lands := _cities(part))]
    return found(parts[-1], "t" + "|".join(cities[0])) if cities else None


def _state(last: str, others: Iterable[Iterable[str]], meant: Found | None) -> Found | None:
    """A state behind a city of its country: 'Los Angeles, CA' is not in Canada, 'Atlanta, Georgia' not in Georgia."""
    value = place_names().get("-" + (last.lower() if last.isupper() else place_key(last)))
    if value is None:
        return None
    lie = {code for lands in others for code in lands}
    if meant and meant.country in lie:
        return None
    inside = [code for code in value[1:].split("|") if code in lie]
    return found(last, "r" + inside[0]) if len(inside) == 1 else None


def _lands(text: str, known: Found | None) -> tuple[str, ...]:
    if known and known.country:
        return (known.country,)
    return _cities(text)


def _cities(text: str) -> tuple[str, ...]:
    """The countries of the cities so named, the likeliest first."""
    value = city_names().get(place_key(text))
    return _choices(value) if value else ()


def _choices(value: str) -> tuple[str, ...]:
    main, _, choices = value.partition(":")
    return tuple(choices.split("|")) if choices else (main[1:],)


def _city_or_slip(text: str) -> Found | None:
    """A city; where it is a small one and the name of a country is but one letter away, one must ask."""
    key = place_key(text)
    value = city_names().get(key)
    if value is None:
        return None
    lands = _choices(value)
    slip = () if value[0] in "Bb" else meant_by_mistyped(key)
    return found(text, "t" + "|".join(dict.fromkeys((*slip, *lands))))


def _city_before_country(text: str) -> Found | None:
    """'PARIS FRANCE', without a comma: only where such a city lies in that country."""
    words = text.split()[:_MOST_WORDS]
    for at in range(1, len(words)):
        city, country = " ".join(words[:at]), _name(" ".join(words[at:]))
        if country and country.country and country.country in _lands(city, _name(city)):
            return country
    return None


def _slip(text: str) -> Found | None:
    key = place_key(text)
    lands = meant_by_mistyped(key)
    if not lands:
        return None
    return (
        found(text, "c" + lands[0]) if len(lands) == 1 and is_clear(key) else Found(text, None, "name", lands)
    )


def _declined_city(text: str) -> Found | None:
    """'Алма-Ате', 'Москвы': large cities only."""
    key = place_key(text)
    if not is_cyrillic(key):
        return None
    for cut in (1, 2):
        for ending in _CITY_CASES if len(key) - cut > cut + 2 else ():
            value = city_names().get(key[:-cut] + ending)
            if value and len(_choices(value)) == 1:
                return found(text, "t" + _choices(value)[0])
    return None
