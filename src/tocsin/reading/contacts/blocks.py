"""Addresses printed over several lines, as in letters and action boxes."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tocsin.language.phrases import Hit
from tocsin.reading.contacts.addresses import trimmed
from tocsin.reading.contacts.entry import Bounds, Entry
from tocsin.reading.contacts.headings import under_heading
from tocsin.reading.contacts.offices import MISSION_KINDS, Office
from tocsin.reading.contacts.parting import grouped_lines
from tocsin.reading.contacts.roles import PLAIN_ROLES, TO_HEAD
from tocsin.reading.contacts.salutations import is_salutation
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import CHANNEL_LABEL, after_item, bare
from tocsin.reading.contacts.taken import Taken

_LONGEST_LINE = 110
_MOST_LINES = 60
_NEAR_THE_START = 12
_SIGNING = frozenset({"union", "ngo", "media", "other"})
_PERSON_LINE = re.compile(r"^(?:[^\W\d_a-z][\w'.-]*\.? ?){2,6}(?:,? #[\w-]+)?$")
_NUMBERED_PART = re.compile(r", (?=[^,]{0,40}\d)")


def block_entries(sheet: Sheet, first: int, role: str, taken: Taken) -> list[Entry]:
    """The entries in the lines from `first` on, up to the line that is prose or another heading."""
    entries: list[Entry] = []
    for lines in grouped_lines(sheet, first, _last(sheet, first, role, taken)):
        entry = block_of(sheet, lines, role)
        if entry and _is_signature(entry) and any(e.has_channel or e.address for e in entries):
            break
        entries += [entry] if entry else []
    return under_heading(sheet, first, entries)


def _is_signature(entry: Entry) -> bool:
    """A bare name below addresses: whoever signed the text."""
    return not (entry.has_channel or entry.address) and entry.kind in _SIGNING


def _last(sheet: Sheet, first: int, role: str, taken: Taken) -> int:
    """The index after the last line that can belong to a list of addresses."""
    index = first
    while index < min(len(sheet.page.lines), first + _MOST_LINES) and not _ends_list(
        sheet, index, first, role, taken
    ):
        index += 1
    return index


def _ends_list(sheet: Sheet, index: int, first: int, role: str, taken: Taken) -> bool:
    start, text = sheet.page.starts[index], sheet.line(index)
    if (
        sheet.is_furniture(start)
        or taken.touches(*sheet.bounds(index))
        or _is_prose(text, bool(sheet.marks_in(index)))
    ):
        return True
    if index == first:
        return False
    if any(_leads_elsewhere(sheet, hit, text) for hit in sheet.words.find("roles", text)):
        return True
    goes_on = _is_prisoner_address if role == "prisoner" else _goes_on
    return sheet.page.blank_before(index) and not goes_on(sheet, index)


def _leads_elsewhere(sheet: Sheet, hit: Hit, text: str) -> bool:
    """Another role, or the next 'To ...'; 'His Excellency' stands below the name of his embassy."""
    if hit.code not in TO_HEAD:
        return hit.code in PLAIN_ROLES
    return hit.start == 0 and not sheet.words.find("honours", text[: hit.end])


def _is_prose(text: str, has_marks: bool) -> bool:
    is_sentence = text.endswith((".", "!", "?")) and len(text.split()) > 12
    return (not has_marks and (len(text) > _LONGEST_LINE or is_sentence)) or len(text) > 3 * _LONGEST_LINE


def _goes_on(sheet: Sheet, index: int) -> bool:
    """After a blank line the list goes on where an office or a way to reach it stands within the next lines."""
    blanks = 0
    for i in range(index, min(index + 4, len(sheet.page.lines))):
        blanks += i > index and sheet.page.blank_before(i)
        if blanks > 1 or (blanks and len(sheet.line(i - 1)) > _LONGEST_LINE):
            return False
        if sheet.marks_in(i) or (len(sheet.line(i)) <= _LONGEST_LINE and sheet.offices_of_line(i)):
            return True
    return False


def _is_prisoner_address(sheet: Sheet, index: int) -> bool:
    """A paragraph of a few short lines, one of them with a number."""
    lines = [index]
    while lines[-1] + 1 < len(sheet.page.lines) and not sheet.page.blank_before(lines[-1] + 1):
        lines.append(lines[-1] + 1)
    texts = [sheet.line(i) for i in lines]
    return 2 <= len(texts) <= 7 and max(map(len, texts)) <= 60 and any(c.isdigit() for c in "".join(texts))


def block_of(sheet: Sheet, lines: Sequence[int], role: str) -> Entry | None:
    """One entry out of consecutive lines; None where neither an office nor a way to reach one stands in them."""
    start, end = sheet.page.starts[lines[0]], sheet.page.end_of(lines[-1])
    marks = tuple(sheet.marks.within(start, end))
    named = [(i, office) for i in lines if not is_salutation(sheet, i) for office in sheet.offices_of_line(i)]
    if not (
        any(m.kind != "url" for m in marks)
        or named
        or (role == "prisoner" and any(c.isdigit() for c in sheet.prose[start:end]))
    ):
        return None
    at, office = _best(named) if named else (lines[0], None)
    person_line = _person_line(sheet, lines, at, office)
    return Entry(
        role,
        office.kind if office else "other",
        start,
        end,
        marks,
        office=_office_bounds(sheet, at, office),
        person=_person_bounds(sheet, at, office, person_line),
        address=_address(sheet, lines, at, person_line),
        said=(start, end),
        rule="block",
    )


def _best(named: Sequence[tuple[int, Office]]) -> tuple[int, Office]:
    """Missions tell more than the titles of those who head them."""
    return next((n for n in named if n[1].kind in MISSION_KINDS and n[1].end - n[1].start > 12), named[0])


def _office_bounds(sheet: Sheet, index: int, office: Office | None) -> Bounds | None:
    if office:
        return (office.start, office.seat_end)
    start, end = sheet.bounds(index)
    marks = sheet.marks_in(index)
    end = marks[0].start if marks else end
    address = _NUMBERED_PART.search(sheet.prose, start, end)
    return trimmed(
        sheet.page.text, start + after_item(sheet.line(index)), address.start() if address else end
    )


def _person_bounds(sheet: Sheet, at: int, office: Office | None, line: int | None) -> Bounds | None:
    if office and office.person:
        begin = sheet.prose.find(office.person, sheet.page.starts[at])
        return (begin, begin + len(office.person))
    if line is None:
        return None
    start = sheet.page.starts[line] + after_item(sheet.line(line))
    return (start, start + len(bare(sheet.line(line))))


def _person_line(sheet: Sheet, lines: Sequence[int], at: int, office: Office | None) -> int | None:
    """A line with a name alone, above the office or right below it; in a prisoner's address the first line."""
    for index in lines:
        is_near = index <= at + 1 and (index != at or office is None)
        if is_near and _PERSON_LINE.match(bare(sheet.line(index))) and not sheet.offices_of_line(index):
            return index
    return None


def _address(sheet: Sheet, lines: Sequence[int], at: int, person_line: int | None) -> Bounds | None:
    """The lines below the names and above the first number."""
    kinds = {office.kind for office in sheet.offices_of_line(at)}
    below = [i for i in lines if i > at and i != person_line and _is_address_line(sheet, i, kinds)]
    if not below:
        return _rest_of_line(sheet, at) or next(
            filter(None, (_before_marks(sheet, i) for i in lines if i > at)), None
        )
    return trimmed(sheet.page.text, sheet.page.starts[below[0]], sheet.page.end_of(_unbroken(below)))


def _rest_of_line(sheet: Sheet, index: int) -> Bounds | None:
    """An office and its address on one line."""
    start, end = sheet.bounds(index)
    marks, offices = sheet.marks_in(index), sheet.offices_of_line(index)
    numbered = _NUMBERED_PART.search(sheet.prose, offices[-1].seat_end if offices else start, end)
    stop = marks[0].start if marks else end
    return trimmed(sheet.page.text, numbered.end(), stop) if numbered and numbered.end() < stop else None


def _before_marks(sheet: Sheet, index: int) -> Bounds | None:
    """'Model Street 3, 1011 Town, info@example.org': an address and a way to reach it on one line."""
    marks = sheet.marks_in(index)
    start = sheet.page.starts[index]
    if not marks or CHANNEL_LABEL.match(sheet.line(index)):
        return None
    words = sheet.prose[start : marks[0].start]
    return trimmed(sheet.page.text, start, marks[0].start) if _NUMBERED_PART.search(words) else None


def _is_address_line(sheet: Sheet, index: int, kinds: set[str]) -> bool:
    """Also the house of the office: 'Ministerio de Gobernación' below the minister."""
    text = sheet.line(index)
    if is_salutation(sheet, index) or CHANNEL_LABEL.match(text) or sheet.marks_in(index):
        return False
    return text[0].isdigit() or all(office.kind in kinds for office in sheet.offices_of_line(index))


def _unbroken(indexes: Sequence[int]) -> int:
    """The last of the indexes that follow one another without a gap."""
    return next((a for a, b in pairwise(indexes) if b != a + 1), indexes[-1])
