"""Two people of one name in one list, and one person who stands in it twice."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from tocsin.reading.listed.entries import Entry, NameList
from tocsin.terms.span import Span

MOST_OF_ONE_NAME = 20
_FIGURES = re.compile(r"\d+")


class Numbered(Protocol):
    """A dossier."""

    @property
    def number(self) -> int: ...


Known = TypeVar("Known", bound=Numbered)


class Rows:
    """Which rows of which lists each dossier holds: of one list it holds one, and others only that are alike in all."""

    def __init__(self, lists: Sequence[NameList]) -> None:
        self._at = {entry.name.start: (n, entry) for n, one in enumerate(lists) for entry in _apart(one)}
        self._held: dict[int, dict[int, Entry]] = {}

    def note(self, dossier: int, at: Span) -> None:
        if at.start in self._at:
            number, entry = self._at[at.start]
            self._held.setdefault(dossier, {}).setdefault(number, entry)

    def may_be(self, dossier: int, at: Span) -> bool:
        """Whether somebody named at this place can be the one of the dossier."""
        if at.start not in self._at:
            return True
        number, entry = self._at[at.start]
        held = self._held.get(dossier, {}).get(number)
        return held is None or held is entry or are_alike(held, entry)

    def stand_in_one_list(self, dossier: int, at: Span) -> bool:
        """Whether this place and the dossier's are rows of one list."""
        return at.start in self._at and self._at[at.start][0] in self._held.get(dossier, {})

    def alike(self, dossiers: list[Known], at: Span) -> list[Known]:
        """Of several people of one name those of whom another list gives the same figures, such as the year of birth."""
        if at.start not in self._at or len(dossiers) < 2:
            return dossiers
        figures = set(_FIGURES.findall(self._at[at.start][1].rest))
        same = [one for one in dossiers if figures & self._figures(one.number)]
        return same or dossiers

    def _figures(self, dossier: int) -> set[str]:
        return {
            figure for one in self._held.get(dossier, {}).values() for figure in _FIGURES.findall(one.rest)
        }


def _apart(listed: NameList) -> Iterator[Entry]:
    """Rows that may be different people: a name that comes back more often is hardly one."""
    times: Counter[str] = Counter()
    for entry in listed.entries:
        times[entry.text.casefold()] += 1
        if times[entry.text.casefold()] <= MOST_OF_ONE_NAME:
            yield entry


def are_alike(one: Entry, other: Entry) -> bool:
    """The same name and nothing else that differs but the number of the row."""
    return one.text.casefold() == other.text.casefold() and one.rest == other.rest
