"""Urgent actions and open letters that begin with whom they go to: a name, and its office below it or behind a comma."""

import re
from collections.abc import Iterator

from tocsin.reading.contacts.blocks import block_of
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.roles import AUTHORITIES
from tocsin.reading.contacts.salutations import is_salutation
from tocsin.reading.contacts.sheet import Sheet

# One name with an office may be the writer, or whom the text tells about.
_FEWEST = 2
_LONGEST_HEAD = 60  # lines
_LONGEST_LINE = 200
_LONGEST_SENTENCE = 12  # words
_TITLE, _WORD = r"(?:[^\W\d_]{2,4}\. ?)?", r"[^\W\d_a-z][\w'’.-]*"
_BETWEEN = r"(?: (?:de|del|la|los|da|do|dos|von|van|al|el|ben|y|e))*"
_NAME = re.compile(rf"{_TITLE}{_WORD}(?:{_BETWEEN} {_WORD}){{1,5}}")


def addressed_entries(sheet: Sheet) -> list[Entry]:
    """One for each name with an office above the first sentence, where there are several."""
    entries = [block_of(sheet, lines, "target") for lines in _named_with_office(sheet)]
    found = [entry for entry in entries if entry and entry.kind in AUTHORITIES and entry.office]
    return found if len(found) >= _FEWEST else []


def _named_with_office(sheet: Sheet) -> Iterator[list[int]]:
    """The lines of each: one line with a comma, or two."""
    index, end = 0, _end_of_head(sheet)
    while index < end:
        lines = _one(sheet, index, end)
        if lines:
            yield lines
        index += len(lines) or 1


def _one(sheet: Sheet, index: int, end: int) -> list[int]:
    name, comma, office = sheet.line(index).partition(",")
    if not _NAME.fullmatch(name.strip()):
        return []
    if comma:
        return [index] if _names_office(sheet, office) else []
    is_above = index + 1 < end and _names_office(sheet, sheet.line(index + 1))
    return [index, index + 1] if is_above and not _names_office(sheet, name) else []


def _names_office(sheet: Sheet, text: str) -> bool:
    is_title = len(text.split()) <= _LONGEST_SENTENCE and text[-1:] not in ".!?:"
    return is_title and any(hit.code in AUTHORITIES for hit in sheet.words.find("kinds", text))


def _end_of_head(sheet: Sheet) -> int:
    """The first line that greets, is a sentence, or is too long for a headline."""
    for index in range(min(_LONGEST_HEAD, len(sheet.page.lines))):
        text = sheet.line(index)
        is_sentence = text[-1:] in ".!?" and len(text.split()) > _LONGEST_SENTENCE
        if is_sentence or len(text) > _LONGEST_LINE or is_salutation(sheet, index):
            return index
    return min(_LONGEST_HEAD, len(sheet.page.lines))
