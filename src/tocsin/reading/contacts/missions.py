"""Missions: whose they are, where they stand, whom they serve."""

import itertools
import re
from dataclasses import dataclass

from tocsin.language.countries import find_country
from tocsin.language.country_mentions import country_mentions
from tocsin.language.places import capital, city_country, country_of_postal_code, is_big_city
from tocsin.language.streets import STREETS
from tocsin.reading.contacts.words import ContactWords

_UNITED_NATIONS = re.compile(
    r"\b(?:United Nations|UN|Nations Unies|Naciones Unidas|Vereinte\w* Nation\w*|ООН)\b"
)
_IN = re.compile(r",? (?:in|at|à|a|en|au|aux|em|w|в|во|to|for|near|serving) (?:the )?(?=[^\W\d_a-z])|[驻駐]")
_LAST_WORDS = 2
_LONGEST_PLACE = 30
_CITY_WORD = re.compile(r"[^\W\d_][\w'.-]*(?:[ -][A-ZÀ-ÞА-Я][\w'.-]*)?")


_NAME = re.compile(r"[^\W\d_][^\W\d_'.-]*")


@dataclass(frozen=True)
class Head:
    """What the heading of a mission says: whose, for which country or for the United Nations, in which city."""

    of_country: str | None
    country: str | None
    city: str | None
    to_united_nations: bool


def read_head(words: str, language: str | None) -> Head:
    """'Embassy of Kazakhstan in Toronto, Canada', 'Kazakh Embassy, Oslo'."""
    named = country_mentions(words, language)
    of_country = named[0][1] if named else None
    after = words[named[0][0].end :] if named else words
    un = bool(_UNITED_NATIONS.search(words))
    place = _UNITED_NATIONS.sub("", _place_after(after)).strip(" ,.")
    country = (find_country(place) or _first_named(place, language)) if place else None
    city = place.split(",")[0].strip() if place and city_country(place.split(",")[0]) else None
    return Head(of_country, country, city, un)


def _first_named(place: str, language: str | None) -> str | None:
    """'Российской Федерации': a declined name that no list of names holds."""
    return next((code for _, code in country_mentions(place, language)), None)


def _place_after(words: str) -> str:
    found = list(_IN.finditer(words))
    if found:
        return words[found[-1].end() :]
    return words.partition(",")[2].strip()


def served(text: str, words: ContactWords, language: str | None) -> tuple[str, ...]:
    """Countries in 'cross-accredited to ...' notes, in the order of the text."""
    codes: list[str] = []
    for hit in words.find("served", text):
        note = re.split(r"[).;\n]", text[hit.end : hit.end + 300])[0]
        codes += [code for _, code in country_mentions(note, language)]
    return tuple(dict.fromkeys(codes))


def residence(text: str, words: ContactWords) -> str | None:
    """The city in 'Ambassador with residence in London'."""
    for hit in words.find("resides", text):
        match = _CITY_WORD.match(text, hit.end + 1)
        if match and city_country(match[0]):
            return match[0]
    return None


def country_of_address(address: str, expected: str | None, language: str | None) -> str | None:
    """Where an address lies: the expected country where the address does not speak against it."""
    coded = country_of_postal_code(address)
    if coded:
        return coded
    named = [code for _, code in country_mentions(address, language)]
    cities = [(name, city_country(name)) for name in _city_names(address)]
    if expected and (expected in named or any(code == expected for _, code in cities)):
        return expected
    capitals = [code for name, code in cities if code and capital(code) == name]
    if capitals or named:
        return (capitals or named)[-1]
    known = [code for name, code in cities if code and is_big_city(name)]
    at_end = [city_country(name) for name in _city_names(address)[-_LAST_WORDS:] if is_big_city(name)]
    return (at_end or [expected])[-1] or (known[-1] if known else None)


def country_of_segments(text: str) -> str | None:
    """The country of the last part between commas that is nothing but a place: 'Opava', '20000 Hamburg', 'Praha 5'."""
    found = None
    for part in re.split(r"[,;()\n–]| - ", text):
        words = " ".join(re.findall(r"[^\W\d_][\w'’.-]*", part))
        if not words or len(words) > _LONGEST_PLACE or not words[0].isupper():
            continue
        code = find_country(words)
        found = code or found
    return found


def _city_names(address: str) -> list[str]:
    words = [m[0] for m in _NAME.finditer(STREETS.sub(" ", address)) if m[0][0].isupper()]
    pairs = [f"{a} {b}" for a, b in itertools.pairwise(words)]
    return [*pairs, *words]
