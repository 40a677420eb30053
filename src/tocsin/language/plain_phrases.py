"""Cue phrases that are only words side by side, or a few such phrases in one: sought as they are written."""

import re
from collections.abc import Iterator, Mapping

MOST = 32  # ways to read one phrase
_WORD = r"(?:[^\s*?#(){}\[\]|.…]|\.(?!\.))+\*?"  # also with full stops in it: 'c.c.'
_SAYS_MORE = re.compile(r"\.\.\.|[…#]|(?<!\))\?")
_PLAIN = re.compile(rf"{_WORD}(?: {_WORD})*")
_UNSPACED = (("\u0e00", "\u0eff"), ("\u3040", "\u30ff"), ("\u3400", "\u9fff"))  # Thai and Lao, kana, Chinese
_PIECE = re.compile(r"\{(\w+)\}|\)\?|\]\s+|[()|\[\]]|\s+|[^\s(){}\[\]|]+")

Classes = Mapping[str, tuple[str, ...]]


def is_unspaced(written: str) -> bool:
    """Of a script that sets no blanks between words."""
    if written.isascii() or max(written) < _UNSPACED[0][0]:
        return False
    return any(first <= char <= last for char in written for first, last in _UNSPACED)


def ways_of(written: str, classes: Classes) -> tuple[str, ...]:
    """The phrase written out in full, in lower case: 'was [also] arrest*' -> 'was also arrest*', 'was arrest*'.

    In the order in which the expression would try them: brackets from the left, what may be missing first with it.
    None where it says more, or where an open ending has no blank to end it.
    """
    if _SAYS_MORE.search(written):
        return ()
    plain = " ".join(written.lower().split())
    ways = [plain] if _PLAIN.fullmatch(plain) else _written_out(written.strip().lower(), classes)
    if len(ways) > MOST or not all(map(_PLAIN.fullmatch, ways)):
        return ()
    return () if any("*" in way for way in ways) and is_unspaced(written) else tuple(ways)


def _written_out(written: str, classes: Classes) -> list[str]:
    return _group(_PIECE.finditer(written), classes)[0]


def _group(pieces: Iterator[re.Match[str]], classes: Classes) -> tuple[list[str], str]:
    """The ways to read the alternatives up to the bracket that closes them, and that bracket; left off where they are too many."""
    done: list[str] = []
    ways = [""]
    for piece in pieces:
        mark = piece[0]
        if mark[0] in ")]":
            return done + ways, mark
        if mark == "|":
            done, ways = done + ways, [""]
        else:
            parts = _parts(piece, pieces, classes)
            ways = [way + part for way in ways for part in parts]
        if len(done) + len(ways) > MOST:
            break
    return done + ways, ""


def _parts(piece: re.Match[str], pieces: Iterator[re.Match[str]], classes: Classes) -> list[str]:
    if piece[0] in ("(", "["):
        inner, closed = _group(pieces, classes)
        if closed[:1] == "]":
            return [*(one + " " * (len(closed) > 1) for one in inner), ""]
        return [*inner, ""] if closed == ")?" else inner
    if piece[1]:
        return [way for one in classes[piece[1]] for way in _written_out(one.lower(), classes)]
    return [" "] if piece[0].isspace() else [piece[0]]


def is_of_a_word(char: str) -> bool:
    return char.isalnum() or char == "_"
