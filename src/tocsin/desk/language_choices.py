"""Languages to choose from, in the reader's language."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

from tocsin.look.languages import codes


def language_choices() -> list[tuple[str, str]]:
    """(code, name) of the languages with a two-letter code, by name, but those of the site first."""
    names, own = _names(get_language() or "en"), codes()
    known = ((code, name) for code, name in names.items() if len(code) == 2)
    return sorted(known, key=lambda pair: (pair[0] not in own, pair[1].casefold()))


def language_words(code: str) -> str:
    """The language's name in the reader's language, else the code itself."""
    names = _names(get_language() or "en")
    return names.get(code) or names.get(code.split("-")[0], code)


@cache
def _names(language: str) -> dict[str, str]:
    try:
        return dict(Locale.parse(language, sep="-").languages)
    except UnknownLocaleError:
        return dict(Locale("en").languages)
