"""Letters that an appeal prints: the address above 'Dear ...' is whom it was sent to."""

import re

from tocsin.reading.contacts.blocks import block_of
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.sheet import Sheet

_SALUTATION = re.compile(
    r"^(?:Dear|Your (?:Excellency|Majesty|Honou?r)|Sehr geehrte|Madame|Monsieur|Estimad[oa]|Excelencia|Excellence|Уважаем)\b"
)
_MOST_LINES = 10


def letterhead_entries(sheet: Sheet) -> list[Entry]:
    """One entry for each salutation with the lines of an office above it."""
    entries = []
    for index, line in enumerate(sheet.page.lines):
        ends = line.text.rstrip().endswith((",", ":"))
        if index and ends and _SALUTATION.match(line.text) and sheet.page.blank_before(index):
            entry = block_of(sheet, _lines_above(sheet, index), "target")
            if entry and entry.kind != "other":
                entries.append(entry)
    return entries


def _lines_above(sheet: Sheet, index: int) -> list[int]:
    """The paragraph above the salutation."""
    first = index - 1
    while first > 0 and not sheet.page.blank_before(first) and index - first < _MOST_LINES:
        first -= 1
    return list(range(first, index))
