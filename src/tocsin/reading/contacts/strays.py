"""Ways to reach somebody that stand in no block and behind no cue: in a sentence, a list of bare addresses, a signature."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.groups import grouped_entries
from tocsin.reading.contacts.marks import Mark
from tocsin.reading.contacts.offices import Office
from tocsin.reading.contacts.roles import AUTHORITIES, PLAIN_ROLES, Cue
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import is_item
from tocsin.reading.contacts.taken import Taken

_LONGEST_REACH, _LONGEST_LIST = 600, 2500
_LONGEST_ITEM, _NEXT_ITEM = 160, 5
_BESIDE = 200
_OTHERS = re.compile(
    r"\b(?:(?:and|or|y|et|und|e|и|и в) (?:also )?(?:to|a|à|an|на|в)|address(?:es)?|adresses|direcciones|adressen|адрес\w*)\b",
    re.IGNORECASE,
)
_LONGEST_ENTRY = 10_000
_WAITING = frozenset({"target", "solidarity_to"})
_LONGEST_NOTE = 10  # words
_VAGUE = frozenset({"other", "company"})


def stray_entries(sheet: Sheet, cues: Sequence[Cue], taken: Taken) -> list[Entry]:
    """Entries for every e-mail, lost e-mail and sure number that no other layout has taken."""
    free = [m for m in sheet.marks.all if not taken.touches(m.start, m.end) and _is_way(sheet, m)]
    entries: list[Entry] = []
    for index, marks in groupby(free, key=lambda m: sheet.page.index_at(m.start)):
        found = _of_line(sheet, index, list(marks), cues, taken)
        entries += _like_the_last(found) if entries and _is_next_item(sheet, entries[-1], index) else found
    return entries


def _is_next_item(sheet: Sheet, last: Entry, index: int) -> bool:
    """'1) State Prison, 775-...' and below it '2) NV-DOC, 702-...': who is written to in one item is in the next."""
    above = sheet.page.index_at(last.start)
    is_near = index - above < _NEXT_ITEM and is_item(sheet.line(index)) and is_item(sheet.line(above))
    return is_near and last.role == "target"


def _like_the_last(entries: list[Entry]) -> list[Entry]:
    return [replace(entry, role="target") if entry.office else entry for entry in entries]


def with_strays(sheet: Sheet, entries: list[Entry], strays: list[Entry]) -> list[Entry]:
    """Strays without a name go to the office beside them that has no other way: 'write to X. The e-mail is ...'."""
    whole = list(entries)
    waiting = sorted((entry.start, at) for at, entry in enumerate(entries) if _waits(entry))
    for stray in strays:
        at = _nearest(sheet, whole, waiting, stray) if stray.office is None else None
        if at is None:
            whole.append(stray)
        else:
            near = whole[at]
            waiting.remove((near.start, at))
            marks = tuple(sorted((*near.marks, *stray.marks), key=lambda mark: mark.start))
            start, end = min(near.start, stray.start), max(near.end, stray.end)
            whole[at] = replace(near, marks=marks, start=start, end=end)
    return whole


def _waits(entry: Entry) -> bool:
    return bool(entry.office) and not entry.has_channel and entry.role in _WAITING


def _nearest(
    sheet: Sheet, entries: Sequence[Entry], waiting: Sequence[tuple[int, int]], stray: Entry
) -> int | None:
    """The last office before, else the first behind, that waits for a way to reach it; `waiting` is by place."""
    first = bisect_left(waiting, (stray.start - _LONGEST_ENTRY, 0))
    open_ones = sorted(at for _, at in waiting[first : bisect_left(waiting, (stray.end + _BESIDE, 0))])
    before = [
        i
        for i in open_ones
        if 0 <= stray.start - entries[i].end < _BESIDE
        and not _OTHERS.search(sheet.prose, entries[i].end, stray.start)
    ]
    behind = [i for i in open_ones if 0 <= entries[i].start - stray.end < _BESIDE]
    best = max(before, key=lambda i: entries[i].end, default=None)
    return best if best is not None else min(behind, key=lambda i: entries[i].start, default=None)


def _is_way(sheet: Sheet, mark: Mark) -> bool:
    """No mail headers, no feet of mailing lists, no digits that nothing says are a number."""
    if mark.kind == "url" or sheet.is_furniture(mark.start):
        return False
    return mark.number is None or mark.number.sure or len(mark.value) > 10


def _of_line(sheet: Sheet, index: int, marks: list[Mark], cues: Sequence[Cue], taken: Taken) -> list[Entry]:
    start = max(taken.end_before(marks[0].start), sheet.page.starts[index])
    offices = [o for o in sheet.offices_in(start, sheet.page.end_of(index)) if o.start < marks[-1].start]
    cue = _cue(sheet, cues, marks, offices)
    if cue.role == "nothing":
        return []
    if cue.role == "organiser":
        marks = [m for m in marks if m.number is None or m.number.sure or cue.end > cue.start]
    cue = replace(cue, end=max(start, cue.end))
    return _reached(sheet, cue, offices, marks) or _reached(sheet, cue, offices[-1:], marks)


def _reached(sheet: Sheet, cue: Cue, offices: list[Office], marks: list[Mark]) -> list[Entry]:
    found = grouped_entries(sheet, cue, cue.role, offices, marks) if marks else []
    return [replace(entry, rule="stray") for entry in found if entry.has_channel]


def _leads_on(sheet: Sheet, cue: Cue, index: int) -> bool:
    """Down a list of short lines, far down one of addresses; a cue inside one item of it says nothing of the next ones."""
    begin = sheet.page.index_at(cue.start)
    if is_item(sheet.line(begin)) or sheet.page.end_of(begin) - cue.end > _LONGEST_ITEM:
        return False
    between = range(begin + 1, index)
    is_near = sheet.page.starts[index] - cue.end < _LONGEST_REACH
    return (is_near or all(sheet.marks_in(i) for i in between)) and all(
        len(sheet.line(i)) < _LONGEST_ITEM and not _is_sentence(sheet.line(i)) for i in between
    )


def _is_sentence(text: str) -> bool:
    return text.endswith((".", "!", "?")) and len(text.split()) > _LONGEST_NOTE


def _cue(sheet: Sheet, cues: Sequence[Cue], marks: list[Mark], offices: list[Office]) -> Cue:
    """The cue that leads to the marks: the last before them, in their own sentence or before a list."""
    index = sheet.page.index_at(marks[0].start)
    start, end = sheet.bounds(index)
    before = [c for c in cues if c.end <= marks[0].start and c.end > start - _LONGEST_LIST]
    here = [c for c in before if c.start >= start]
    is_item = end - start < _LONGEST_ITEM
    told = next((c for c in reversed(here) if c.role in PLAIN_ROLES), None)
    if told:
        return told
    if any(o.kind in AUTHORITIES - _VAGUE for o in offices):
        return Cue("target", start, start)
    above = next((c for c in reversed(before) if c.role in PLAIN_ROLES and _leads_on(sheet, c, index)), None)
    if is_item and above and above.role != "nothing" and not here:
        return above
    return Cue("organiser", start, here[-1].end if here else start)
