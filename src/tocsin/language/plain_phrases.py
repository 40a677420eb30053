"""Cue phrases that are only words side by side: found without an expression, since compiling one takes long."""

import re
from collections.abc import Iterator, Mapping

MOST = 32  # ways to read one phrase
_WORD = r"(?:[^\s*?#(){}\[\]|.…]|\.(?!\.))+\*?"  # also with full stops in it: 'c.c.'
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD})*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_PIECE = re.compile(r"\{(\w+)\}|\)\?|\]\s+|[()|\[\]]|\s+|[^\s(){}\[\]|]+")

Words = tuple[tuple[str, bool], ...]
Classes = Mapping[str, tuple[str, ...]]


def is_unspaced(written: str) -> bool:
    """Of a script that sets no blanks between words."""
    return not written.isascii() and _UNSPACED.search(written) is not None


def plain_words(written: str) -> Words | None:
    """A phrase without brackets: each word in lower case and whether its ending is open; None of any other."""
    way = " ".join(written.lower().split())
    return _words(way) if _PLAIN.fullmatch(way) and not is_unspaced(written) else None


def _words(way: str) -> Words:
    return tuple((word.removesuffix("*"), word.endswith("*")) for word in way.split(" "))


def ways_of(written: str, classes: Classes) -> tuple[Words, ...]:
    """The phrase written out in full, each word in lower case and whether its ending is open; none where it says more.

    In the order in which the expression would try them: brackets from the left, what may be missing first with it.
    """
    ways = _written_out(written.strip().lower(), classes)
    if len(ways) > MOST or is_unspaced(written) or not all(map(_PLAIN.fullmatch, ways)):
        return ()
    return tuple(map(_words, ways))


def _written_out(written: str, classes: Classes) -> list[str]:
    return _group(_PIECE.finditer(written), classes)[0]


def _group(pieces: Iterator[re.Match[str]], classes: Classes) -> tuple[list[str], str]:
    """The ways to read the alternatives up to the bracket that closes them, and that bracket."""
    done: list[str] = []
    ways = [""]
    for piece in pieces:
        mark = piece[0]
        if mark[0] in ")]":
            return done + ways, mark
        if mark == "|":
            done, ways = done + ways, [""]
        elif len(ways) <= MOST:
            parts = _parts(piece, pieces, classes)
            ways = [way + part for way in ways for part in parts]
        elif mark in ("(", "["):
            _group(pieces, classes)
    return done + ways, ""


def _parts(piece: re.Match[str], pieces: Iterator[re.Match[str]], classes: Classes) -> list[str]:
    if piece[0] in ("(", "["):
        inner, closed = _group(pieces, classes)
        if closed[0] == "]":
            return [*(one + " " * (len(closed) > 1) for one in inner), ""]
        return [*inner, ""] if closed == ")?" else inner
    if piece[1]:
        return [way for one in classes[piece[1]] for way in _written_out(one.lower(), classes)]
    return [" "] if piece[0].isspace() else [piece[0]]


def end_of_words(words: Words, text: str, at: int) -> int | None:
    """Where the words end that begin at a place, blanks before words included; None where others stand there."""
    for word, is_open in words:
        if not text.startswith(word, at):
            return None
        at += len(word)
        while is_open and at < len(text) and is_of_a_word(text[at]):
            at += 1
    return at


def is_of_a_word(char: str) -> bool:
    return char.isalnum() or char == "_"
