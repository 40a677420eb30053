"""All countries and territories, in the reader's language and order."""

import unicodedata
from functools import lru_cache

from tocsin.language.countries import country_codes, country_name

# Names of CLDR that are no country of ISO 3166-1, or where nobody lives who could write from there.
_LEFT_OUT = frozenset(["AC", "CP", "CQ", "DG", "EA", "IC", "TA", "AQ", "BV", "GS", "HM", "TF", "UM"])


@lru_cache(maxsize=64)
def country_choices(language: str) -> tuple[tuple[str, str], ...]:
    """(code, name) pairs, in the order of the alphabet."""
    named = ((code, country_name(code, language)) for code in country_codes() - _LEFT_OUT)
    return tuple(sorted(named, key=lambda pair: name_key(pair[1])))


def name_key(name: str) -> str:
    """Åland stands with A: accents decide nothing."""
    plain = unicodedata.normalize("NFD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def is_country(code: str) -> bool:
    return code in country_codes() - _LEFT_OUT
