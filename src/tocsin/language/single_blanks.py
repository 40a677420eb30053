"""A text in lower case with one blank wherever it has any, letter for letter traceable."""

import re
from typing import NamedTuple

_WORD = re.compile(r"\S+")


class SingleBlanks(NamedTuple):
    """`lowered` is the text as received in lower case; `text` the same with single blanks."""

    lowered: str
    text: str
    origins: list[int] | None  # where each character of `text` stands in `lowered`; None where they are equal

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets as received of `text[start:end]`, which ends with no blank."""
        return (start, end) if self.origins is None else (self.origins[start], self.origins[end - 1] + 1)


def single_blanks(text: str) -> SingleBlanks:
    lowered = lower(text)
    if has_single_blanks(text):
        return SingleBlanks(lowered, lowered, None)
    origins: list[int] = []
    for word in _WORD.finditer(lowered):
        origins.extend(range(*word.span()))
        origins.append(word.end())
    return SingleBlanks(lowered, " ".join(lowered.split()), origins)


def has_single_blanks(text: str) -> bool:
    """Of blanks only the plain one can be printed; a text with other unseen signs is not looked at closer."""
    return text.isprintable() and "  " not in text


def lower(text: str) -> str:
    """In lower case, letter for letter: one capital has a small letter of two."""
    return text.replace("İ", "i").lower()
