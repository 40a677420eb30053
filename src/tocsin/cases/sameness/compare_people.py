"""Whether two incidents speak of the same people: named ones by their names, others by what they are called."""

import csv
from functools import cache, lru_cache
from itertools import product
from pathlib import Path

import tocsin.language
from tocsin.language.same_name import same_name

from .happening import Happening
from .likeness import Reason

SHARED = 0.7
_PERHAPS = 0.4  # a given or family name alone, or initials
_MANY = 4


def compare_people(one: Happening, other: Happening) -> list[Reason]:
    """One reason for named people, one for groups, one for those who did it; none where neither says."""
    found = (_named(one, other), _groups(one, other), _doers(one, other))
    return [reason for reason in found if reason]


def _named(one: Happening, other: Happening) -> Reason | None:
    left, right = names_in(one.who), names_in(other.who)
    if not left or not right:
        return Reason("people_unnamed", -1.0, "", "") if (left or right) and _few(one, other) else None
    shared = [(a, b) for a, b in product(left, right) if same_name(a, b).score >= SHARED]
    says = (", ".join(left), ", ".join(right))
    if shared:
        return Reason("people_shared", 2.5, ", ".join(a for a, _ in shared), ", ".join(b for _, b in shared))
    if any(same_name(a, b).score >= _PERHAPS for a, b in product(left, right)):
        return Reason("people_perhaps", 0.8, *says)
    is_list = min(len(left), len(right)) >= _MANY or max(_most(one), _most(other)) > 3 * _MANY
    return Reason("people_other", -1.5 if is_list else -4.5, *says)


def _few(one: Happening, other: Happening) -> bool:
    """One side names a few people, the other a crowd that nobody has counted as so few."""
    counts = sorted((_most(one), _most(other)))
    return counts[0] != 0 and counts[1] > _MANY * counts[0]


def _most(happening: Happening) -> int:
    return happening.count[1] if happening.count else len(names_in(happening.who))


def _groups(one: Happening, other: Happening) -> Reason | None:
    left, right = kinds_of(one.who), kinds_of(other.who)
    if not left or not right:
        return None
    says = (", ".join(one.who), ", ".join(other.who))
    if left & right or _may_be_one(left, right):
        return Reason("groups_shared", 0.6, *says)
    return Reason("groups_other", -1.6, *says)


def _may_be_one(left: frozenset[str], right: frozenset[str]) -> bool:
    """Strikers who protest are called either."""
    return bool(left & _CROWD and right & _CROWD)


_CROWD = frozenset(["workers", "oil workers", "protesters", "hunger"])


def _doers(one: Happening, other: Happening) -> Reason | None:
    left, right = kinds_of(one.by), kinds_of(other.by)
    if not left or not right:
        return None
    says = (", ".join(one.by), ", ".join(other.by))
    if left & right:
        return Reason("doers_shared", 0.5, *says)
    if {*left, *right} <= _ARMED:
        return Reason("doers_armed", -0.2, *says)
    return Reason("doers_other", -1.2, *says)


_ARMED = frozenset(["police", "security", "soldiers"])


@lru_cache(8192)
def names_in(who: tuple[str, ...]) -> tuple[str, ...]:
    """The entries that name a person: 'Lina Marwede', not 'nine dockers'."""
    return tuple(entry for entry in who if _is_name(entry))


def _is_name(entry: str) -> bool:
    words = entry.split()
    if not words or len(words) > 5 or kinds_of((entry,)):
        return False
    return all(not word[:1].islower() for word in words if len(word) > 3) and not any(
        c.isdigit() for c in entry
    )


@lru_cache(8192)
def kinds_of(who: tuple[str, ...]) -> frozenset[str]:
    """What kinds of people the entries are, by `who-words.csv`."""
    low = [entry.casefold() for entry in who]
    return frozenset(
        kind for kind, words in _who_words() for entry in low if any(_stands_in(w, entry) for w in words)
    )


def _stands_in(word: str, entry: str) -> bool:
    """At the beginning of a word, where there are words."""
    at = entry.find(word)
    return at >= 0 and (at == 0 or not entry[at - 1].isalpha() or word[0] >= "\u0600")


@cache
def _who_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = Path(tocsin.language.__file__).with_name("data") / "who-words.csv"
    rows = csv.DictReader(table.read_text(encoding="utf-8").splitlines())
    return tuple((row["who"], tuple(row["words"].casefold().split("|"))) for row in rows)
