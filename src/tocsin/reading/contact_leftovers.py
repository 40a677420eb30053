"""Addresses to which no words lead: a letterhead, a signature, a box at the side."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tocsin.reading.contact_blocks import block_of
from tocsin.reading.contact_entry import Bounds, Entry
from tocsin.reading.contact_marks import Mark
from tocsin.reading.contact_roles import AUTHORITIES
from tocsin.reading.contact_sheet import Sheet

_LONGEST_LINE = 160
_LINES_ABOVE = 7
_LONGEST_NAME = 8
_VAGUE = frozenset({"other", "company"})


def leftover_entries(sheet: Sheet, taken: Sequence[Bounds]) -> list[Entry]:
    """Paragraphs of short lines with a number and another way; a lone e-mail is a byline or a mail header."""
    entries = []
    for lines in _paragraphs(sheet):
        found = _lines_of_address(sheet, lines, taken)
        entry = block_of(sheet, found, "organiser") if found else None
        if entry and (_is_authority(entry) or _is_address(entry.marks)):
            entries.append(
                replace(entry, role="target" if _is_authority(entry) else "organiser", rule="leftover")
            )
    return entries


def _paragraphs(sheet: Sheet) -> list[list[int]]:
    number = 0
    numbered = []
    for index in range(len(sheet.page.lines)):
        number += sheet.page.blank_before(index)
        numbered.append((number, index))
    return [[index for _, index in group] for _, group in groupby(numbered, key=lambda pair: pair[0])]


def _lines_of_address(sheet: Sheet, lines: Sequence[int], taken: Sequence[Bounds]) -> list[int]:
    free = [i for i in lines if _is_free(sheet, i, taken) and len(sheet.line(i)) <= _LONGEST_LINE]
    marked = [i for i in free if any(m.kind != "url" for m in sheet.marks_in(i))]
    if not marked:
        return []
    first = marked[0]
    while first - 1 in free and marked[0] - first < _LINES_ABOVE:
        first -= 1
    return [i for i in free if first <= i <= marked[-1]]


def _is_free(sheet: Sheet, index: int, taken: Sequence[Bounds]) -> bool:
    start, end = sheet.bounds(index)
    is_sentence = sheet.line(index).endswith((".", ":")) and len(sheet.line(index).split()) > _LONGEST_NAME
    return not (is_sentence or sheet.is_furniture(start) or any(a < end and start < b for a, b in taken))


def _is_address(marks: Sequence[Mark]) -> bool:
    return len(_ways(marks)) >= 2 and any(m.number for m in _ways(marks))


def _ways(marks: Sequence[Mark]) -> list[Mark]:
    return [m for m in marks if m.kind in ("email", "redaction") or (m.number and m.number.labelled)]


def _is_authority(entry: Entry) -> bool:
    """An authority needs no second way: nobody prints its fax for another reason."""
    return entry.kind in AUTHORITIES - _VAGUE and bool(_ways(entry.marks))
