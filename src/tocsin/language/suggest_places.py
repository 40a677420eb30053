"""Countries and territories for a chooser by typing, in any language and script; no script runs in the browser for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from tocsin.language.countries import country_name
from tocsin.language.find_place import find_place
from tocsin.language.found_place import Found, found
from tocsin.language.mistyped_names import is_one_slip
from tocsin.language.place_index import city_names, codes, place_names
from tocsin.language.place_keys import place_key, place_words

_MOST_NAMES = 400
_SHORTEST_NAME = 3
_SHORTEST_SLIP = 4


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A country or territory: its name in the language of the page, and what was typed where that is another name of it."""

    country: str
    name: str
    because: str = ""


def suggest(prefix: str, language: str = "en", limit: int = 8) -> tuple[Suggestion, ...]:
    """What somebody may mean who has typed so much: the likeliest first, each country once.

    First what the whole means (all choices where one must ask), then names in the language of the page and in English that
    begin so or have a word that does, names in any other language, cities, and last names with one slip of the pen.
    """
    key = place_key(prefix)
    if not key:
        return ()
    first: dict[str, Suggestion] = {}
    for code, because in _candidates(prefix, key, language):
        if code not in first:
            first[code] = Suggestion(code, country_name(code, language), because)
        if len(first) >= limit:
            break
    return tuple(first.values())


def _candidates(prefix: str, key: str, language: str) -> Iterator[tuple[str, str]]:
    whole, tongues = find_place(prefix), tuple(dict.fromkeys((language, "en")))
    is_small = whole.kind in ("city", "region") and len(key) <= _SHORTEST_SLIP
    meant = [(code, _because(whole, code, language)) for code in _meant(whole)]
    yield from () if is_small else meant
    for tongue in tongues:
        yield from ((code, "") for name, code, _ in _printed(tongue) if name.startswith(key))
    for tongue in tongues:
        yield from (
            (code, "") for _, code, words in _printed(tongue) if any(w.startswith(key) for w in words)
        )
    yield from meant
    if len(key) >= _SHORTEST_NAME or not key.isascii():
        yield from ((code, "") for code in _by_other_names(key))
    if len(key) >= _SHORTEST_SLIP:
        for tongue in tongues:
            yield from (
                (code, "") for name, code, words in _printed(tongue) if _begins_nearly(key, (name, *words))
            )


def _by_other_names(key: str) -> Iterator[str]:
    """Names in other languages, then cities of 100,000 people and more."""
    for name, value in islice(place_names().starting_with(key), _MOST_NAMES):
        if value[0] in "chp":
            yield from _meant(found(name, value))
    for _, value in islice(city_names().starting_with(key), _MOST_NAMES):
        if value[0] in "Bb":
            yield value.partition(":")[0][1:]


def _meant(known: Found) -> tuple[str, ...]:
    return (known.country,) if known.country else known.choices


def _because(known: Found, code: str, language: str) -> str:
    """The place that was typed, where it is not the country's own name."""
    return (
        ""
        if place_key(known.as_written) == place_key(country_name(code, language))
        else known.as_written.strip()
    )


def _begins_nearly(key: str, names: tuple[str, ...]) -> bool:
    return any(is_one_slip(key, name[: len(key) + more]) for name in names for more in (-1, 0, 1))


@cache
def _printed(language: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """(key, country, words) of every country as the language prints it, in the order of the keys."""
    named = ((country_name(code, language), code) for code in codes())
    return tuple(sorted((place_key(name), code, place_words(name)) for name, code in named))
