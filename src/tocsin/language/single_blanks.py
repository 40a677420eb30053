"""A text in lower case with one blank wherever it has any, letter for letter traceable."""

import re

_WORD = re.compile(r"\S+")


def has_single_blanks(text: str) -> bool:
    """Of blanks only the plain one can be printed; a text with other unseen signs is not looked at closer."""
    return text.isprintable() and "  " not in text


def with_single_blanks(text: str) -> tuple[str, list[int]]:
    """Blanks at the ends and all but the first of others out; where each character stood, and the end."""
    origins: list[int] = []
    for word in _WORD.finditer(text):
        origins.extend(range(*word.span()))
        origins.append(word.end())
    return " ".join(text.split()), origins


def lower(text: str) -> str:
    """In lower case, letter for letter: one capital has a small letter of two."""
    return text.lower() if "İ" not in text else text.replace("İ", "i").lower()
