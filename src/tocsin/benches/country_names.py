"""Names of countries to ask for, and whom to ask beside ourselves."""

import logging
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from random import Random

from tocsin.language.countries import country_codes
from tocsin.language.find_place import find_place

Answers = Callable[[str], str]


def asked(name: str) -> str:
    """Our answer: the country or the former state, '' where one must ask back."""
    found = find_place(name)
    return found.country or found.formerly


def translated_names(count: int) -> list[str]:
    """Distinct names that CLDR has for countries, out of all its languages; the same in each run."""
    from babel import Locale, localedata

    names: set[str] = set()
    for language in sorted(name for name in localedata.locale_identifiers() if len(name) == 2):
        territories = Locale.parse(language).territories
        names.update(territories[code] for code in country_codes() if code in territories)
    return Random(4).sample(sorted(names), min(count, len(names)))


def peers() -> Iterator[tuple[str | None, Answers | None]]:
    """Packages that are installed and work here; one row of None where none does."""
    found = [(name.replace("_", "-"), answer) for name in _PEERS if (answer := _made(name))]
    yield from found
    if not found:
        yield None, None


def _made(peer: str) -> Answers | None:
    """None also where the package cannot stand its own dependencies: country-converter with pandas 3."""
    if not find_spec(peer):
        return None
    try:
        return _PEERS[peer]()
    except (AttributeError, ImportError, KeyError, TypeError, ValueError):
        return None


def _countrynames() -> Answers:
    to_code = import_module("countrynames").to_code
    return lambda name: to_code(name) or ""


def _country_converter() -> Answers:
    logging.getLogger("country_converter").setLevel(logging.CRITICAL)
    converter = import_module("country_converter").CountryConverter()

    def answer(name: str) -> str:
        """Several answers are none."""
        found = converter.convert(name, to="ISO2", not_found="")
        return found if isinstance(found, str) else ""

    return answer


_PEERS: dict[str, Callable[[], Answers]] = {
    "countrynames": _countrynames,
    "country_converter": _country_converter,
}
