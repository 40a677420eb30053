"""Words and marks of a sentence, and which of them may belong to a name."""

import re
from typing import NamedTuple

from tocsin.language.lexicon import Lexicon

_LETTER = r"(?:(?![\u3400-\u9fff])[^\W\d_])"
_TOKEN = re.compile(
    r"[\u3400-\u9fff]"
    r"|\b(?:[dljnsmtc]|qu|dell|all|nell|sull)['’](?=\w)"  # 'd'Amina' is two words
    rf"|{_LETTER}+(?:(?!['’]s\b)['’-]{_LETTER}+)*(?:(?<=\b\w)\.)?"
    r"|\d+|[^\w\s]",
    re.IGNORECASE,
)
REACH = 3


class Token(NamedTuple):
    """Offsets count in the sentence."""

    text: str
    start: int
    end: int


def tokens_of(text: str) -> list[Token]:
    return [Token(m[0], m.start(), m.end()) for m in _TOKEN.finditer(text)]


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
    if word in words.words("family_names"):
        return True
    if not word[0].isupper():
        return False
    low = word.lower()
    return low not in words.words("function_words") and low not in words.table("months")
