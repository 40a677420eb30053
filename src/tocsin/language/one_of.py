"""One of many words as a regular expression that looks at few of them: those that begin alike stand together.

Where letter case does not matter Python tries every alternative of a list at every place of a text, one after the other.
"""

import re
from collections.abc import Iterable, Sequence

FEW = 3  # so many are tried as quickly one by one
NOTHING = "(?!)"
_OPEN = {"*": r"\w*", "?": r"\w"}
_Atoms = tuple[str, ...]


def one_of(words: Iterable[str], blank: str = r"\s+") -> str:
    """Any of the words, the longest first; for an expression that is blind to case. Without words it matches nothing."""
    return _of(tuple(_literally(char, blank) for char in word.lower()) for word in words)


def one_of_stems(stems: Iterable[str]) -> str:
    """The same, with `*` for any ending of a word and `?` for any one letter."""
    return _of(tuple(_OPEN.get(char) or _literally(char) for char in stem.lower()) for stem in stems)


def _literally(char: str, blank: str = r"\s+") -> str:
    return blank if char == " " else re.escape(char)


def _of(words: Iterable[_Atoms]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return _alternatives(ordered) if ordered else NOTHING


def _alternatives(words: Sequence[_Atoms]) -> str:
    """In their order, which counts among words of which one begins the other."""
    if len(words) > FEW and not words[-1]:
        return f"{_alternatives(words[:-1])}|"
    if len(words) <= FEW or not all(words) or any(word[0] in _OPEN.values() for word in words):
        return "|".join(map("".join, words))
    begun: dict[str, list[_Atoms]] = {}
    for first, *rest in words:
        begun.setdefault(first, []).append(tuple(rest))
    return "|".join(
        first + (f"(?:{_alternatives(rests)})" if len(rests) > 1 else "".join(rests[0]))
        for first, rests in begun.items()
    )
