"""Copies as a letter lists them: 'Cc: the Prime Minister', and on the lines right below everybody else who gets one."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.reading.contacts.blocks import block_of
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.roles import PLAIN_ROLES, Cue
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import after_item
from tocsin.reading.contacts.taken import Taken

_LONGEST_LINE = 160
_FEWEST_PARTS = 2


def copied_entries(sheet: Sheet, cue: Cue, taken: Taken) -> list[Entry]:
    """One entry for each line below the line that 'Cc:' heads, up to a blank line or one that is prose."""
    if cue.role != "copy_to" or not _heads_its_line(sheet, cue):
        return []
    listed: list[Entry] = []
    index = sheet.page.index_at(cue.start) + 1
    while index < len(sheet.page.lines) and _goes_on(sheet, index, taken):
        entry = _of_line(sheet, index)
        listed += [entry] if entry else []
        index += 1
    return listed


def as_copied(sheet: Sheet, cues: Sequence[Cue], entries: Sequence[Entry]) -> list[Entry]:
    """Missions that the lines right below 'Cc: ...' name get a copy, though their layout is that of a directory."""
    below: set[int] = set()
    for cue in cues:
        if cue.role == "copy_to" and _heads_its_line(sheet, cue):
            index = sheet.page.index_at(cue.start) + 1
            while index < len(sheet.page.lines) and _goes_on(sheet, index, Taken(())):
                below.add(index)
                index += 1
    return [
        replace(e, role="copy_to") if e.role == "target" and sheet.page.index_at(e.start) in below else e
        for e in entries
    ]


def _heads_its_line(sheet: Sheet, cue: Cue) -> bool:
    """'Cc: ...' with somebody behind it on its own line, not 'copies to:' over a list."""
    index = sheet.page.index_at(cue.start)
    before = sheet.prose[sheet.page.starts[index] : cue.start].strip("*_>#- ")
    return not before and bool(sheet.prose[cue.end : sheet.page.end_of(index)].strip(" *_:"))


def _goes_on(sheet: Sheet, index: int, taken: Taken) -> bool:
    start, end = sheet.bounds(index)
    text = sheet.line(index)
    is_other = any(hit.code in PLAIN_ROLES for hit in sheet.words.find("roles", text))
    is_name = len(text) <= _LONGEST_LINE and text[after_item(text) :][:1].isupper() and text[-1:] not in "!?"
    is_free = not (taken.touches(start, end) or sheet.is_furniture(start) or sheet.page.blank_before(index))
    return is_free and is_name and not is_other


def _of_line(sheet: Sheet, index: int) -> Entry | None:
    """An office, or a name with its place behind a comma: 'Human Rights Committee, Town Hall, Sampleville'."""
    entry = block_of(sheet, [index], "copy_to")
    if entry:
        return replace(entry, rule="copies line")
    start, end = sheet.bounds(index)
    start += after_item(sheet.line(index))
    name = sheet.prose[start:end].partition(",")
    if len(name[0].split()) < _FEWEST_PARTS or not name[1]:
        return None
    office = (start, start + len(name[0]))
    return Entry("copy_to", "other", start, end, office=office, said=(start, end), rule="copies line")
