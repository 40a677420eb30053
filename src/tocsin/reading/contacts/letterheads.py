"""Letters that an appeal prints: the address above 'Dear ...' is whom it was sent to."""

import re

from tocsin.reading.contacts.blocks import block_of
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.parting import grouped_lines
from tocsin.reading.contacts.roles import AUTHORITIES
from tocsin.reading.contacts.salutations import greets_nobody_else, is_salutation
from tocsin.reading.contacts.sheet import Sheet

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LONGEST_DATE = 6
_MOST_LINES = 14
_LONGEST_LINE = 100


def letterhead_entries(sheet: Sheet) -> list[Entry]:
    """The offices in the lines above each salutation."""
    entries: list[Entry] = []
    for index in range(1, len(sheet.page.lines)):
        if is_salutation(sheet, index) and not greets_nobody_else(sheet, index):
            blocks = [
                block_of(sheet, lines, "target")
                for lines in grouped_lines(sheet, _first_above(sheet, index), index)
            ]
            entries += [entry for entry in blocks if entry and entry.kind in AUTHORITIES and entry.office]
    return entries


def _below_address(sheet: Sheet, index: int) -> int:
    """The salutation, or the line above it that tells place and day alone: 'Sampleville, April 2020.'."""
    above = sheet.line(index - 1) if index else ""
    is_dated = _YEAR.search(above) and len(above.split()) <= _LONGEST_DATE and not sheet.marks_in(index - 1)
    return index - 1 if is_dated and index > 1 else index


def _first_above(sheet: Sheet, index: int) -> int:
    """The first of the short lines right above the salutation, or of the paragraph above it."""
    index = first = _below_address(sheet, index)
    while first > 0 and index - first < _MOST_LINES and len(sheet.line(first - 1)) <= _LONGEST_LINE:
        if sheet.page.blank_before(first) and first < index:
            break
        first -= 1
    return first
