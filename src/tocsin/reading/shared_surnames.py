"""First names that share the surname of the name after them: 'Hassan and Ali al-Durazi' are two of one family."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tocsin.language.little_words import little
from tocsin.language.names import Name
from tocsin.language.person_names import further_kinds, is_given_name

_AND = re.compile(r" (?:and|y|et|und|e|и|i|og|&) ")
_COMMA = re.compile(r", ?")
_KIN = re.compile(rf"(?i)\b(?:{little('siblings')}),? $")
LONGEST_KIN = 25  # letters


BESIDE = 20  # letters between a name and the comma after it: an age, a place


def with_surnames(text: str, people: Sequence[Name]) -> dict[Name, str]:
    """The full names of those printed by their first names alone."""
    found = {
        first: f"{first.text} {surname}"
        for first, second in pairwise(people)
        if (surname := _shared(text, first, second)) and not _ends_a_list(text, first, people)
    }
    for siblings in _siblings(text, people):
        surname = " ".join(siblings[-1].words[1:])
        found.update({one: f"{one.text} {surname}" for one in siblings[:-1]})
    return found


def _siblings(text: str, people: Sequence[Name]) -> Iterator[list[Name]]:
    """'The sisters Ruth, Grace and Mary Roe', 'los hermanos Juan y Luis Roe Doe'."""
    row: list[Name] = []
    for name in people:
        if row and not (_COMMA if len(name.words) == 1 else _AND).fullmatch(text, row[-1].end, name.start):
            row = []
        if not is_given_name(name.words[0]) or (not row and not _are_kin(text, name)):
            row = []
            continue
        row.append(name)
        if len(name.words) > 1:
            if len(row) > 1:
                yield row
            row = []


def _are_kin(text: str, name: Name) -> bool:
    """A word for brothers, sisters or children right before a first name."""
    return (
        len(name.words) == 1 and _KIN.search(text, max(0, name.start - LONGEST_KIN), name.start) is not None
    )


def _may_be_given(word: str) -> bool:
    return is_given_name(word) or "given" in further_kinds(word)


def _shared(text: str, first: Name, second: Name) -> str | None:
    """Both begin with a given name, joined by 'and'; a longer list names others by one name each."""
    is_pair = _AND.fullmatch(text, first.end, second.start) is not None
    if not is_pair or len(first.words) != 1 or len(second.words) != 2 or first.title:
        return None
    if not (_may_be_given(first.text) and _may_be_given(second.words[0])):
        return None
    return second.words[1]


def _ends_a_list(text: str, name: Name, people: Sequence[Name]) -> bool:
    """Somebody stands before the comma in front; 'On 2 June, Hassan and Ali al-Durazi' is no list."""
    before = text[: name.start].rstrip()
    return before.endswith(",") and any(0 <= len(before) - other.end <= BESIDE for other in people)
