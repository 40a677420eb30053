"""Countries to choose from, in the reader's language."""

from django.utils.translation import get_language

from tocsin.language.countries import country_codes, country_name


def country_choices(codes: frozenset[str] | set[str] | None = None) -> list[tuple[str, str]]:
    """(code, name) of `codes`, or of all countries, sorted by name."""
    named = [(code, country_name(code, get_language() or "en")) for code in codes or country_codes()]
    return sorted(named, key=lambda pair: pair[1].casefold())


def country_words(code: str) -> str:
    """The country's name in the reader's language; empty for no country."""
    return country_name(code, get_language() or "en") if code else ""
