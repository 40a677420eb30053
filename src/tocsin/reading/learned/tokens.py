"""Words and marks of a sentence, and which of them may belong to a name."""

import re
from functools import cache
from typing import NamedTuple

from tocsin.language.lexicon import Lexicon

_HAN = r"\u3400-\u9fff"
_MARKS = (
    r"|\b(?i:[dljnsmtc]|qu|dell|all|nell|sull)['’](?=\w)"  # 'd'Amina' is two words
    r"|[^\W\d_]+(?:(?!['’][sS]\b)['’-][^\W\d_]+)*(?:(?<=\b\w)\.)?"
    r"|\d+|[^\w\s]"
)
_TOKEN = re.compile(_MARKS[1:])
_PLAIN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*(?:(?<=\b\w)\.)?|\d+|[^\w\s]")  # quicker, where neither stands
_IS_HAN = re.compile(f"[{_HAN}]")
_IS_APOSTROPHE = re.compile("['’]")
REACH = 3


class Token(NamedTuple):
    """Offsets count in the sentence."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    """Chinese characters stand alone."""
    plain = _TOKEN if _IS_APOSTROPHE.search(text) else _PLAIN
    pattern = plain if text.isascii() or not _IS_HAN.search(text) else _beside_han()
    return [Token(match[0], *match.span()) for match in pattern.finditer(text)]


@cache
def _beside_han() -> re.Pattern[str]:
    """Compiled for the first text that needs it: so wide a range takes long."""
    return re.compile(f"[{_HAN}]" + _MARKS.replace(r"[^\W\d_]", rf"[^\W\d_{_HAN}]"))


def open_stretches(tokens: list[Token], words: Lexicon, closed: frozenset[int]) -> list[tuple[int, int]]:
    """Ranges of tokens worth a closer look: what may be a name, with a few words around it.

    `closed` holds the tokens whose meaning is known, such as countries.
    """
    found: list[tuple[int, int]] = []
    for index, token in enumerate(tokens):
        if index in closed or not may_be_named(token.text, words):
            continue
        start, end = max(0, index - REACH), min(len(tokens), index + REACH + 1)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def may_be_named(word: str, words: Lexicon) -> bool:
    """A capital begins it, or a Chinese family name; function words and months name nobody."""
    if word[0].isupper() and word.lower() not in _nobody(words):
        return True
    return word in words.words("family_names")


@cache
def _nobody(words: Lexicon) -> frozenset[str]:
    return words.words("function_words") | frozenset(words.table("months"))
