"""Which pairs are worth comparing at all: only those that share a block. What is compared grows with the number of reports, not with its square."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, timedelta

from tocsin.language.edtf import Days, days_of
from tocsin.language.heard.scripts import meets_by
from tocsin.language.name_fold import folded, name_words, sounded

from .compare_dates import NEAR
from .compare_types import block_of
from .happening import Happening
from .told import ToldGroup, ToldPerson

Blocks = Iterable[Hashable]

_WINDOW = NEAR + 1  # days
_LONGEST = 62  # days: a longer stretch is compared with everything of its kind
_ANY = -1


def incident_blocks(happening: Happening) -> Blocks:
    """The kind of act and each window of days that it may lie in, with the windows beside."""
    kind = block_of(happening.type)
    days = days_of(happening.date)
    if days is None or not days.has_year or (days.last - days.first).days > _LONGEST:
        return [(kind, _ANY)]
    return [(kind, _ANY), *((kind, window) for window in _windows(days))]


def is_dated(happening: Happening) -> bool:
    days = days_of(happening.date)
    return days is not None and days.has_year and (days.last - days.first).days <= _LONGEST


def person_blocks(person: ToldPerson) -> Blocks:
    """How the words of the name begin and what their consonants are, in any script, and how others hear it."""
    words = [word for name in person.names for word in name_words(name)]
    heard = {("h", form) for name in person.names for form in meets_by(name)}
    return heard | {key for word in words for key in (("f", folded(word)[:3]), ("s", sounded(word)))}


def group_blocks(group: ToldGroup) -> Blocks:
    """A case has few groups: all in one block."""
    return ["group"]


def pairs_to_compare(blocks: Mapping[int, Blocks], new: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each pair of a new one with another that shares a block, once; the one with the smaller key first.

    Undated incidents share the block `_ANY` of their kind with all of it; dated ones meet only in their windows.
    """
    members: dict[Hashable, set[int]] = defaultdict(set)
    undated: set[int] = set()
    for key, ones in blocks.items():
        listed = list(ones)
        for block in listed:
            members[block].add(key)
        if len(listed) == 1:
            undated.add(key)
    for key in new:
        others: set[int] = set()
        for block in blocks[key]:
            is_any = isinstance(block, tuple) and block[1] == _ANY
            others |= members[block] if not is_any or key in undated else members[block] & undated
        yield from ((min(key, other), max(key, other)) for other in others if other != key)


def _windows(days: Days) -> set[int]:
    first, last = days.first - timedelta(NEAR), days.last + timedelta(NEAR)
    return {_window(first + timedelta(n)) for n in range(0, (last - first).days + 1)}


def _window(day: date) -> int:
    return day.toordinal() // _WINDOW
