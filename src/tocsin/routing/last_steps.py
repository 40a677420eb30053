"""The steps that remain where no mission answers: rules of the field, each without a source for the single office."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tocsin.language.city_names import city_name
from tocsin.language.country_sentences import called
from tocsin.language.place_index import codes
from tocsin.language.places import capital
from tocsin.routing.words import route_words
from tocsin.terms.offices import UNITED_NATIONS, Accreditation, Office, Told

GENERIC = Told("generic", "")
_AT_HOME = ("ministry", "head_of_state")
_OWN = {"own_government": ("ministry", "head_of_government"), "parliament": ("parliament",)}
# Government and capital are in different cities, or it is disputed which city is the capital: none is said.
_NO_CITY = frozenset({"BI", "BJ", "BO", "CI", "EH", "IL", "LK", "MY", "NL", "PS", "SZ", "TZ", "YE"})


def last_steps(of: str, country: str, ask: str, language: str = "en") -> tuple[Office, ...]:
    """Generic offices for a supporter in `country` (ISO alpha-2) who writes about `of`; none for a picket or a company.

    Nobody has given their names: they are called what they are, in `language` (BCP 47).
    """
    if ask in _OWN:
        return tuple(_office(kind, country, language) for kind in _OWN[ask])
    if ask not in ("letter", "call"):
        return ()
    at_home = tuple(_office(kind, of, language) for kind in _AT_HOME) if of in codes() else ()
    mission = _united_nations(of, country, language)
    return (mission, *at_home) if mission else at_home


@cache
def _office(kind: str, country: str, language: str) -> Office:
    city = None if country in _NO_CITY else capital(country)
    return Office(_name(kind, country, language), kind, country, country, city, GENERIC)


def _name(kind: str, of: str, language: str, city: str = "") -> str:
    return route_words(language)["generic"][kind].format(of=called(of, language), city=city)


def _united_nations(of: str, country: str, language: str) -> Office | None:
    """Geneva for supporters in Europe, Africa and Western Asia, else New York."""
    if of not in _seats()["members"]:
        return None
    city, stands = ("Geneva", "CH") if country in _seats()["geneva"] else ("New York", "US")
    return _mission(of, city, stands, language)


@cache
def _mission(of: str, city: str, stands: str, language: str) -> Office:
    return Office(
        _name("permanent_mission", of, language, city_name(city, stands, language)),
        "permanent_mission",
        of,
        stands,
        city,
        GENERIC,
        (Accreditation(UNITED_NATIONS, GENERIC),),
    )


@cache
def _seats() -> Mapping[str, frozenset[str]]:
    import yaml  # here, since most routes never come so far

    text = Path(__file__).with_name("united_nations.yaml").read_text(encoding="utf-8")
    rows: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return {name: frozenset(codes.split()) for name, codes in rows.items()}
