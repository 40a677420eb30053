"""The steps that remain where no mission answers: rules of the field, each without a source for the single office."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tocsin.language.country_sentences import called
from tocsin.language.place_index import codes
from tocsin.language.places import capital
from tocsin.terms.offices import UNITED_NATIONS, Accreditation, Office, Told

GENERIC = Told("generic", "")
_AT_HOME = {
    "ministry": "Ministry of Foreign Affairs of {}",
    "head_of_state": "Office of the head of state of {}",
}
_OWN = {
    "own_government": {
        "ministry": "Ministry of Foreign Affairs of {}",
        "head_of_government": "Office of the head of government of {}",
    },
    "parliament": {"parliament": "Parliament of {}"},
}
# Government and capital are in different cities, or it is disputed which city is the capital: none is said.
_NO_CITY = frozenset({"BI", "BJ", "BO", "CI", "EH", "IL", "LK", "MY", "NL", "PS", "SZ", "TZ", "YE"})


def last_steps(of: str, country: str, ask: str) -> tuple[Office, ...]:
    """Generic offices for a supporter in `country` (ISO alpha-2) who writes about `of`; none for a picket or a company."""
    if ask in _OWN:
        return tuple(_office(kind, name, country) for kind, name in _OWN[ask].items())
    if ask not in ("letter", "call"):
        return ()
    at_home = tuple(_office(kind, name, of) for kind, name in _AT_HOME.items()) if of in codes() else ()
    mission = _united_nations(of, country)
    return (mission, *at_home) if mission else at_home


@cache
def _office(kind: str, name: str, country: str) -> Office:
    city = None if country in _NO_CITY else capital(country)
    return Office(name.format(called(country)), kind, country, country, city, GENERIC)


def _united_nations(of: str, country: str) -> Office | None:
    """Geneva for supporters in Europe, Africa and Western Asia, else New York."""
    if of not in _seats()["members"]:
        return None
    return _mission(of, *(("Geneva", "CH") if country in _seats()["geneva"] else ("New York", "US")))


@cache
def _mission(of: str, city: str, stands: str) -> Office:
    return Office(
        f"Permanent Mission of {called(of)} to the United Nations in {city}",
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
