"""First names that share the surname of the name after them: 'Hassan and Ali al-Durazi' are two of one family."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tocsin.language.names import Name
from tocsin.language.person_names import is_given_name

_AND = re.compile(r" (?:and|y|et|und|e|и|i|og|&) ")


def with_surnames(text: str, people: Sequence[Name]) -> dict[Name, str]:
    """The full names of those printed by their first names alone."""
    return {
        first: f"{first.text} {surname}"
        for first, second in pairwise(people)
        if (surname := _shared(text, first, second))
    }


def _shared(text: str, first: Name, second: Name) -> str | None:
    """Both begin with a given name, joined by 'and'; a longer list names others by one name each."""
    is_pair = _AND.fullmatch(text, first.end, second.start) is not None
    if not is_pair or len(first.words) != 1 or len(second.words) != 2 or first.title:
        return None
    if not (is_given_name(first.text) and is_given_name(second.words[0])):
        return None
    return None if text[: first.start].rstrip().endswith(",") else second.words[1]
