"""Cities: where they lie, and which is the capital."""

import re
from functools import lru_cache
from itertools import pairwise

from tocsin.language.cyrillic import is_cyrillic, nominatives
from tocsin.language.place_data import postal_codes
from tocsin.language.place_index import city_names, codes, spellings
from tocsin.language.place_keys import place_key, place_words
from tocsin.language.place_names import plain_name

_BIG = ("B", "b")
_OF_SEVERAL_WORDS = ("b", "w")
_WORD = re.compile(r"[^\W\d_][^\W\d_'.-]*")


def capital(code: str) -> str | None:
    """The capital of a country in English, None where it has none."""
    return codes().get(code) or None


def city_country(city: str) -> str | None:
    """The country of the largest city of that main name (15,000 people and more)."""
    return _main_name(city)[1:] or None


def is_same_city(country: str, one: str, other: str) -> bool:
    """'Kiev' and 'Kyiv' in UA: two spellings of one city, in any script."""
    if plain_name(one) == plain_name(other):
        return True
    known = spellings(country)
    main = known.get(place_key(one))
    return main is not None and main == known.get(place_key(other))


def find_city(text: str, country: str) -> str | None:
    """A city of a country that a text names, its capital before others; None where none is named."""
    words = [m[0] for m in _WORD.finditer(text) if m[0][0].isupper()]
    names = [*(f"{a} {b}" for a, b in pairwise(words)), *words]
    found = [name for name in names if city_country(name) == country]
    head = plain_name(capital(country) or "")
    return next((name for name in found if plain_name(name) == head), found[0] if found else None)


def country_of_postal_code(address: str) -> str | None:
    """The country whose postal code stands in an address, where no other country writes such codes."""
    return next((country for country, code in postal_codes() if code.search(address)), None)


def is_big_city(city: str) -> bool:
    """At least 100,000 people: well known enough to be meant where nothing else is said."""
    return _main_name(city)[:1] in _BIG


def big_city_country(city: str) -> str | None:
    """The country of a city of at least 100,000 people, its name in Latin or Cyrillic letters, declined or not."""
    if not is_cyrillic(city):
        return _big(city)
    return next((code for name in nominatives(city) if (code := _big(name))), None)


def _big(city: str) -> str | None:
    return city_country(city) if is_big_city(city) else None


@lru_cache(16384)
def _main_name(city: str) -> str:
    """'B' or 'm' and the country; '' where no city has that main name: 'Yuancheng' is a person, 'Yuan Cheng' a city."""
    main = (city_names().get(place_key(city)) or "").partition(":")[0]
    return "" if main[:1] in _OF_SEVERAL_WORDS and len(place_words(city)) == 1 else main
