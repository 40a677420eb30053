"""What every match of a cue phrase must hold: found in one pass, it spares trying most phrases on most texts."""

import re
from collections.abc import Iterator, Mapping

Classes = Mapping[str, tuple[str, ...]]
Pieces = list[frozenset[str]]
Anchors = tuple[frozenset[str], ...]
LONG = 3  # shorter words stand in nearly every text

_PIECE = re.compile(r"\{(\w+)\}|\.\.\.|…|\)\?|[()|\[\]]|[\s*?#]+|[^\s*?#(){}\[\]|.…]+|\.")


def anchors_of(written: str, classes: Classes) -> Anchors:
    """Sets of letters, in lower case, of each of which one must stand in the text; the rarest set first."""
    ways = _ways(_PIECE.finditer(written.lower()), classes)
    if len(ways) != 1:
        return tuple(filter(None, [_of_ways(ways)]))
    certain = sorted(filter(None, ways[0]), key=_rareness, reverse=True)
    return tuple(ones for index, ones in enumerate(certain) if not index or _rareness(ones)[0] >= LONG)


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
            members = [anchors_of(one, classes) for one in classes[piece[1]]]
            ways[-1].append(_of_ways([list(sets) for sets in members]))
        elif re.match(r"\w", mark):
            ways[-1].append(frozenset([mark]))
    return ways


def _of_ways(ways: list[Pieces]) -> frozenset[str]:
    """One set for a group of alternatives; one open alternative leaves nothing certain."""
    best = [max(filter(None, way), key=_rareness, default=frozenset()) for way in ways]
    return frozenset().union(*best) if best and all(best) else frozenset()


def _rareness(ones: frozenset[str]) -> tuple[int, int]:
    """Long words are rarer than short ones, few rarer than many."""
    return min(map(len, ones)), -len(ones)
