"""People of a case by what is typed of their name, in whatever spelling or script."""

from collections.abc import Sequence

from tocsin.cases.view import PersonView
from tocsin.language.name_fold import folded, name_words


def called(people: Sequence[PersonView], typed: str) -> list[PersonView]:
    """Those in whose name each typed word begins a word, or stands as it is typed."""
    begun = [folded(word) for word in name_words(typed)]
    return [person for person in people if _is_called(person.name, typed, begun)]


def _is_called(name: str, typed: str, begun: list[str]) -> bool:
    if typed.casefold() in name.casefold():
        return True
    words = [folded(word) for word in name_words(name)]
    return bool(begun) and all(any(word.startswith(begin) for word in words) for begin in begun)
