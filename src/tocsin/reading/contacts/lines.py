"""Directories: one line per mission, 'Embassy of X in Y – address; numbers, e-mail, note'."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from tocsin.language.countries import find_country
from tocsin.language.places import city_country
from tocsin.reading.contacts.addresses import address_before_marks
from tocsin.reading.contacts.blocks import block_of
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.headings import COUNTRY_LINE, sender_above
from tocsin.reading.contacts.offices import MISSION_KINDS
from tocsin.reading.contacts.parting import end_of_channels
from tocsin.reading.contacts.roles import PLAIN_ROLES, Cue
from tocsin.reading.contacts.run_ons import cut_run_ons
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.taken import Taken

_BULLET = re.compile(r"^[\s*•·●○▪\-–—>#\d.)]*")
_DASH = re.compile(
    r" [–—-] |:\s|\s[–—-]$|:$|;|\t|, (?=(?:(?! [–—-] )[^,;:]){0,30}\d|(?i:t[eé]l|tlf|fax|ph(?:one)?|e-?mail|correo|courriel|тел|факс)\b)"
)
_LONGEST_HEAD = 110
_SIGNS = " :;,.-–•*"
_LONGEST_COUNTRY = 60
_MOST_LINES = 9
_MOST_ABOVE, _LONGEST_ABOVE = 3, 60


def directory_entries(sheet: Sheet, taken: Taken) -> list[Entry]:
    """The lines that begin with the name of a mission, or with a country where several lines do."""
    countries = _country_heads(sheet)
    sender = sender_above(sheet, min(countries)) if countries else None
    entries: list[Entry] = []
    for index in range(len(sheet.page.lines)):
        start = sheet.page.starts[index]
        is_of_last = bool(entries) and entries[-1].start <= start < entries[-1].end
        if is_of_last or taken.holds(start) or sheet.is_furniture(start):
            continue
        head = _mission_head(sheet, index)
        if head:
            entries += _entries(sheet, index, head, "directory line")
        elif index in countries:
            listed = _entries(sheet, index, countries[index], COUNTRY_LINE)
            entries += [replace(entry, sender=sender) for entry in listed]
    return with_faxes_last(entries)


def under_copies(sheet: Sheet, cues: Sequence[Cue], entries: Sequence[Entry]) -> list[Entry]:
    """Entries right below 'Copies to:', and those below them, are sent copies."""
    roled: list[Entry] = []
    starts = [cue.start for cue in cues]
    for entry in entries:
        above = bisect_left(starts, entry.start) - 1
        end = cues[above].end if above >= 0 and cues[above].role == "copy_to" else None
        if roled and roled[-1].role == "copy_to" and end is not None:
            end = max(end, roled[-1].end)
        begin = _first_above(sheet, entry, end) if end is not None else entry.start
        is_copied = end is not None and not sheet.prose[end:begin].strip(_SIGNS)
        roled.append(replace(entry, role="copy_to", start=begin) if is_copied else entry)
    return roled


def _first_above(sheet: Sheet, entry: Entry, end: int) -> int:
    """'Copy to:', the name and title of a diplomat, and below them the embassy."""
    index = first = sheet.page.index_at(entry.start)
    while index - first < _MOST_ABOVE and sheet.page.starts[first - 1] > end:
        if sheet.marks_in(first - 1) or len(sheet.line(first - 1)) > _LONGEST_ABOVE:
            return entry.start
        first -= 1
    return max(end, sheet.page.starts[first]) if first < index else entry.start


def _mission_head(sheet: Sheet, index: int) -> Bounds | None:
    """The bounds of a heading that begins with a mission; prose about an embassy has no dash and more small words."""
    start, end = _head(sheet, index)
    words = sheet.page.text[start:end]
    if not words or len(words) > _LONGEST_HEAD or not _is_title_case(words):
        return None
    offices = sheet.offices_in(start, end)
    return (
        (start, end)
        if offices and offices[0].kind in MISSION_KINDS and offices[0].start - start <= 4
        else None
    )


def _country_heads(sheet: Sheet) -> dict[int, Bounds]:
    """Line index -> heading, where at least two lines begin with the name of a country and hold an address."""
    heads = {}
    for index in range(len(sheet.page.lines)):
        marks = [mark for mark in sheet.marks_in(index) if mark.kind != "url"]
        if not marks:
            continue
        start, end = _head(sheet, index)
        has_end = end < sheet.page.end_of(index) and end - start <= _LONGEST_COUNTRY
        if (
            has_end
            and find_country(sheet.prose[start:end])
            and (any(m.number for m in marks) or not city_country(sheet.prose[start:end]))
        ):
            heads[index] = (start, end)
    return heads if len(heads) > 1 else {}


def _head(sheet: Sheet, index: int) -> Bounds:
    """From behind the bullet to the dash, or to the end of the line."""
    line, start = sheet.line(index), sheet.page.starts[index]
    bullet = _BULLET.match(line)
    begin = bullet.end() if bullet else 0
    dash = _DASH.search(line, begin)
    if dash is None:
        return start + begin, start + len(line)
    return start + begin, start + max(begin, len(line[: dash.start()].rstrip()))


def _is_title_case(head: str) -> bool:
    small = [w for w in re.findall(r"[^\W\d_]+", head) if w[0].islower() and len(w) > 3]
    return len(small) <= 1


def _entries(sheet: Sheet, index: int, head: Bounds, rule: str) -> list[Entry]:
    start, end = sheet.bounds(index)
    if head[1] == end:
        return _headed(sheet, index, head)
    end = end if sheet.marks_in(index) else end_of_channels(sheet, index)
    entry = Entry(
        role="target",
        kind=_kind(sheet, head),
        start=head[0],
        end=end,
        marks=tuple(sheet.marks.within(start, end)),
        office=head,
        address=address_before_marks(sheet.page.text, head[1], end, sheet.marks, sheet.words),
        said=(head[0], end) if rule == COUNTRY_LINE else (head[1], end),
        rule=rule,
    )
    return cut_run_ons(sheet.page.text, entry, sheet.marks, sheet.words)


def _headed(sheet: Sheet, index: int, head: Bounds) -> list[Entry]:
    """A heading that has a line to itself, with its address below it."""
    below = _lines_below(sheet, index)
    if not below:
        return []
    entry = block_of(sheet, [index, *below], "target")
    return [replace(entry, office=head, rule="directory line")] if entry else []


def _lines_below(sheet: Sheet, index: int) -> list[int]:
    below: list[int] = []
    for following in range(index + 1, min(index + _MOST_LINES, len(sheet.page.lines))):
        text = sheet.line(following)
        if sheet.page.blank_before(following) or len(text) > _LONGEST_HEAD or _mission_head(sheet, following):
            break
        if any(hit.code in PLAIN_ROLES for hit in sheet.words.find("roles", text)):
            break
        below.append(following)
    return below


def _kind(sheet: Sheet, head: Bounds) -> str:
    kinds = [office.kind for office in sheet.offices_in(*head)]
    return next((k for k in ("permanent_mission", "consulate", "embassy") if k in kinds), "embassy")


def with_faxes_last(entries: list[Entry]) -> list[Entry]:
    """In a directory that puts the fax last without a label, also where commas alone part the numbers."""
    return [_fax_last(e) for e in entries] if any(_unlabelled_fax(e) for e in entries) else entries


def _unlabelled_fax(entry: Entry) -> bool:
    return any(m.number and m.number.kind == "fax" and not m.number.labelled for m in entry.marks)


def _fax_last(entry: Entry) -> Entry:
    numbers = [m for m in entry.marks if m.number]
    plain = all(m.number and not m.number.labelled and m.number.kind == "phone" for m in numbers)
    if len(numbers) < 3 or not plain or numbers[-1].number is None:
        return entry
    last = replace(numbers[-1], number=replace(numbers[-1].number, kind="fax"))
    return replace(entry, marks=tuple(last if m is numbers[-1] else m for m in entry.marks))
