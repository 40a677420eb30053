"""A script, and the form in which its names and their transliterations meet."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from anyascii import anyascii

Spellings = tuple[tuple[re.Pattern[str], str], ...]
MOST_SYLLABLES = 6  # of a name written without spaces; what is longer is a sentence


@dataclass(frozen=True)
class Script:
    """`written`: the forms of a word in it; `latin`: the form of a word in Latin letters, '' where it has none.

    `has_no_spaces`: all names of a person are written as one word, of these `syllables`; mostly each letter is one.
    """

    mark: str  # a digit before a form, so that no form of another script is taken for it
    letters: re.Pattern[str]
    written: Callable[[str], frozenset[str]]
    latin: Callable[[str], str]
    has_no_spaces: bool = False
    syllables: Callable[[str], Sequence[str]] = tuple


def spellings(*pairs: tuple[str, str]) -> Spellings:
    """What is put for what, in this order."""
    return tuple((re.compile(pattern), letters) for pattern, letters in pairs)


def respelt(word: str, ways: Spellings) -> str:
    """Put into Latin letters and spelt in one way for all of `ways`."""
    found = anyascii(word).lower()
    for pattern, letters in ways:
        found = pattern.sub(letters, found)
    return found.lower()


def runs_of(syllables: Sequence[str]) -> Iterator[Sequence[str]]:
    """Every syllable and every run of them: '刘晓波' may be searched for as 'Liu', as 'Xiaobo' and as 'Liu Xiao Bo'."""
    if len(syllables) <= MOST_SYLLABLES:
        for start in range(len(syllables)):
            yield from (syllables[start:end] for end in range(start + 1, len(syllables) + 1))
