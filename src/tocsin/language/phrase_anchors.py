"""What every match of a cue phrase must hold: found in one pass, it spares trying most phrases on most texts."""

import re
from collections.abc import Iterator, Mapping

Classes = Mapping[str, tuple[str, ...]]
Pieces = list[frozenset[str]]

_PIECE = re.compile(r"\{(\w+)\}|\.\.\.|…|\)\?|[()|\[\]]|[\s*?#]+|[^\s*?#(){}\[\]|.…]+|\.")


def anchors_of(written: str, classes: Classes) -> frozenset[str]:
    """The rarest set of letters of which one must stand in the text, in lower case; empty where none must."""
    return _alternatives(_PIECE.finditer(written.lower()), classes)


def _alternatives(pieces: Iterator[re.Match[str]], classes: Classes) -> frozenset[str]:
    """Reads up to the bracket that closes this group; one open alternative leaves nothing certain."""
    ways: list[Pieces] = [[]]
    for piece in pieces:
        mark = piece[0]
        if mark in (")", ")?", "]"):
            return frozenset() if mark != ")" else _of_ways(ways)
        if mark == "|":
            ways.append([])
        elif mark == "(":
            ways[-1].append(_alternatives(pieces, classes))
        elif mark == "[":
            _alternatives(pieces, classes)
        elif piece[1]:
            ways[-1].append(_of_ways([[anchors_of(one, classes)] for one in classes[piece[1]]]))
        elif re.match(r"\w", mark):
            ways[-1].append(frozenset([mark]))
    return _of_ways(ways)


def _of_ways(ways: list[Pieces]) -> frozenset[str]:
    best = [_rarest(way) for way in ways]
    return frozenset().union(*best) if all(best) else frozenset()


def _rarest(pieces: Pieces) -> frozenset[str]:
    """Long words are rarer than short ones, few rarer than many."""
    return max(filter(None, pieces), key=lambda ones: (min(map(len, ones)), -len(ones)), default=frozenset())
