"""A text in lower case, and with one blank wherever it has any: letter for letter traceable."""

import re
from bisect import bisect_right
from itertools import accumulate

_WORD = re.compile(r"\S+")


def has_single_blanks(text: str) -> bool:
    """Of blanks only the plain one can be printed; a text with other unseen signs is not looked at closer."""
    return text.isprintable() and "  " not in text


class SingleBlanks:
    """A text with one blank between words; `origin` tells where a letter of it stands in the text as received."""

    def __init__(self, text: str) -> None:
        words = text.split()
        self.text = " ".join(words)
        self._starts = list(accumulate((len(word) + 1 for word in words), initial=0))
        self._origins = [word.start() for word in _WORD.finditer(text)]

    def origin(self, letter: int) -> int:
        word = bisect_right(self._starts, letter) - 1
        return self._origins[word] + letter - self._starts[word]


def lower(text: str) -> str:
    """In lower case, letter for letter: one capital has a small letter of two."""
    return text.lower() if "İ" not in text else text.replace("İ", "i").lower()
