"""What every match of a cue phrase must hold: found in one pass, it spares trying most phrases on most texts."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache, reduce
from typing import NamedTuple

from tocsin.language.plain_phrases import is_of_a_word

Classes = Mapping[str, tuple[str, ...]]
Pieces = list[frozenset[str]]
Anchors = tuple[frozenset[str], ...]
_OPEN = re.compile(r"[\s*?#…]|\.\.\.")
REMEMBERED = 4096
LONG = 3  # shorter words stand in nearly every text

_PIECE = re.compile(
    r"\{(\w+)\}|\.\.\.|…|\)\?|[()|\[\]]|[\s*?#]+|[^\s*?#(){}\[\]|.…]+(?:\.(?!\.)[^\s*?#(){}\[\]|.…]*)*|\."
)


def anchors_of(written: str, classes: Classes) -> Anchors:
    """Sets of letters, in lower case, of each of which one must stand in the text; the rarest set first."""
    ways = _ways(_PIECE.finditer(written.lower()), classes)
    if len(ways) != 1:
        return tuple(filter(None, [_of_ways(ways)]))
    certain = sorted(filter(None, ways[0]), key=_rareness, reverse=True)
    return tuple(ones for index, ones in enumerate(certain) if not index or _rareness(ones)[0] >= LONG)


@lru_cache(REMEMBERED)
def _of_a_member(written: str) -> Anchors:
    """Of a phrase of a class, which many phrases name."""
    return anchors_of(written, {})


def _ways(pieces: Iterator[re.Match[str]], classes: Classes) -> list[Pieces]:
    """The alternatives up to the bracket that closes this group; none where the group may be missing."""
    ways: list[Pieces] = [[]]
    for piece in pieces:
        mark = piece[0]
        if mark in (")", ")?", "]"):
            return ways if mark == ")" else []
        if mark == "|":
            ways.append([])
        elif mark == "(":
            ways[-1].append(_of_ways(_ways(pieces, classes)))
        elif mark == "[":
            _ways(pieces, classes)
        elif piece[1]:
            members = [
                anchors_of(one, classes) if "{" in one else _of_a_member(one) for one in classes[piece[1]]
            ]
            ways[-1].append(_of_ways([list(sets) for sets in members]))
        elif is_of_a_word(mark[0]):
            ways[-1].append(frozenset([mark]))
    return ways


def _of_ways(ways: list[Pieces]) -> frozenset[str]:
    """One set for a group of alternatives; one open alternative leaves nothing certain."""
    best = [max(filter(None, way), key=_rareness, default=frozenset()) for way in ways]
    return frozenset().union(*best) if best and all(best) else frozenset()


def _rareness(ones: frozenset[str]) -> tuple[int, int]:
    """Long words are rarer than short ones, few rarer than many."""
    return min(map(len, ones)), -len(ones)


class Beginning(NamedTuple):
    """What a phrase or a part of it may begin with; `is_open` where anything may stand there."""

    ones: frozenset[str] = frozenset()
    is_open: bool = False
    may_be_missing: bool = False

    def then(self, following: "Beginning") -> "Beginning":
        """Of this with something after it, which counts only where this may be missing."""
        if not self.may_be_missing:
            return self
        return Beginning(
            self.ones | following.ones, self.is_open or following.is_open, following.may_be_missing
        )

    def either(self, other: "Beginning") -> "Beginning":
        is_open, may_be_missing = self.is_open or other.is_open, self.may_be_missing or other.may_be_missing
        return Beginning(self.ones | other.ones, is_open, may_be_missing)


_NOTHING, _ANYTHING = Beginning(may_be_missing=True), Beginning(is_open=True)


def beginnings_of(written: str, classes: Classes) -> frozenset[str]:
    """Letters, in lower case, with one of which every match begins; none where nothing is certain."""
    found = _beginning(written, classes)
    return frozenset() if found.is_open or found.may_be_missing else found.ones


def _beginning(written: str, classes: Classes) -> Beginning:
    return _first(_PIECE.finditer(written.strip().lower()), classes)


def _first(pieces: Iterator[re.Match[str]], classes: Classes) -> Beginning:
    """Of the alternatives up to the bracket that closes this group."""
    ways = [_NOTHING]
    mark = ""
    for piece in pieces:
        before, mark = mark, piece[0]
        if mark in (")", ")?", "]"):
            ways += [_NOTHING] * (mark != ")")
            break
        if mark == "|":
            ways.append(_NOTHING)
        elif not (mark.isspace() and before == "["):  # the blank that follows a missing word is missing too
            ways[-1] = ways[-1].then(_of_piece(piece, pieces, classes))
    return reduce(Beginning.either, ways)


def _of_piece(piece: re.Match[str], pieces: Iterator[re.Match[str]], classes: Classes) -> Beginning:
    if piece[0] in ("(", "["):
        return _first(pieces, classes)
    if piece[1]:
        return reduce(Beginning.either, (_beginning(one, classes) for one in classes[piece[1]]))
    return _ANYTHING if _OPEN.match(piece[0]) else Beginning(frozenset([piece[0]]))
