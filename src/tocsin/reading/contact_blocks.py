"""Addresses printed over several lines, as in letters and action boxes."""

import re
from collections.abc import Sequence

from tocsin.reading.contact_addresses import trimmed
from tocsin.reading.contact_entry import Bounds, Entry
from tocsin.reading.contact_marks import Marks
from tocsin.reading.contact_offices import Office, find_offices
from tocsin.reading.contact_page import Page
from tocsin.reading.contact_words import ContactWords

_LONGEST_LINE = 110
_MOST_LINES = 60
_SALUTATION = re.compile(
    r"^\W*(?:salutation|dear|your excellency|anrede|formule|formule d'appel|tratamiento|обращение)\b",
    re.IGNORECASE,
)
_CHANNEL_LABEL = re.compile(
    r"^\W*(?:tel|t[eé]l|phone|fax|e-?mail|web|twitter|facebook|website|mobile|correo|courriel|тел|факс)\b",
    re.IGNORECASE,
)
_PERSON_LINE = re.compile(r"^(?:[^\W\d_a-z][\w'.-]*\.? ?){2,6}$")
_LABELLED = re.compile(r"^([^\W\d_][\w ./'-]{2,40}):\s*(.*)$")
_ITEM = re.compile(r"^\W*(?:\d{1,2}[.)]|[-*•·●]|\([a-z0-9]\))\s+")


def block_entries(
    page: Page, marks: Marks, words: ContactWords, first: int, role: str, taken: Sequence[Bounds]
) -> list[Entry]:
    """The entries in the lines from `first` on, up to the line that is prose or another heading."""
    groups = _grouped(page, marks, words, _last(page, marks, words, first, taken), first)
    entries = [block_of(page, marks, words, lines, role) for lines in groups]
    return [e for e in entries if e is not None]


def _last(page: Page, marks: Marks, words: ContactWords, first: int, taken: Sequence[Bounds]) -> int:
    """The index after the last line that can belong to a list of addresses."""
    index = first
    while index < min(len(page.lines), first + _MOST_LINES):
        text = page.lines[index].text
        start = page.starts[index]
        if page.lines[index].section.is_furniture or _is_prose(
            text, bool(marks.within(start, start + len(text)))
        ):
            break
        if any(a <= start < b for a, b in taken) or (index > first and words.find("roles", text)):
            break
        if page.blank_before(index) and index > first and not _goes_on(page, marks, words, index):
            break
        index += 1
    return index


def _is_prose(text: str, has_marks: bool) -> bool:
    sentence = text.endswith((".", "!", "?")) and len(text.split()) > 12
    return (
        (len(text) > _LONGEST_LINE and not has_marks)
        or (sentence and not has_marks)
        or len(text) > 3 * _LONGEST_LINE
    )


def _goes_on(page: Page, marks: Marks, words: ContactWords, index: int) -> bool:
    """After a blank line the list goes on where an office or a way to reach it stands within the next lines."""
    for i in range(index, min(index + 4, len(page.lines))):
        text, start = page.lines[i].text, page.starts[i]
        if i > index and page.blank_before(i):
            return False
        if marks.within(start, start + len(text)) or (len(text) < 90 and find_offices(text, words)):
            return True
    return False


def _grouped(page: Page, marks: Marks, words: ContactWords, end: int, first: int) -> list[list[int]]:
    """Lines of one entry each: a blank line, an item sign or a name after the numbers begins the next."""
    groups: list[list[int]] = []
    reached = False
    for index in range(first, end):
        text, start = page.lines[index].text, page.starts[index]
        is_channel = bool(marks.within(start, start + len(text))) or bool(_CHANNEL_LABEL.match(text))
        is_tail = (is_channel and not _names_an_office(text, words)) or bool(_SALUTATION.match(text))
        if (
            not groups
            or (page.blank_before(index) and not is_tail)
            or _ITEM.match(text)
            or (reached and not is_tail)
        ):
            groups.append([])
            reached = False
        groups[-1].append(index)
        reached = reached or is_channel
    return groups


def _names_an_office(text: str, words: ContactWords) -> bool:
    offices = find_offices(text, words)
    return bool(offices) and offices[0].whole_start < 12


def block_of(page: Page, marks: Marks, words: ContactWords, lines: Sequence[int], role: str) -> Entry | None:
    start, end = page.starts[lines[0]], page.end_of(lines[-1])
    found = tuple(marks.within(start, end))
    named = [
        (i, o)
        for i in lines
        if not _SALUTATION.match(page.lines[i].text)
        for o in find_offices(page.lines[i].text, words)
    ]
    if not found and not named:
        return None
    at, office = _best(named) if named else (lines[0], None)
    return Entry(
        role,
        office.kind if office else "other",
        start,
        end,
        found,
        office=_office_bounds(page, at, office, marks),
        person=_person_bounds(page, lines, at, office, words),
        address=_address(page, marks, lines, at, words),
        said=(start, end),
        rule="block",
    )


def _best(named: Sequence[tuple[int, Office]]) -> tuple[int, Office]:
    """Missions tell more than the titles of those who head them."""
    return next(
        (
            n
            for n in named
            if n[1].kind in ("embassy", "consulate", "permanent_mission") and n[1].end - n[1].start > 12
        ),
        named[0],
    )


def _office_bounds(page: Page, index: int, office: Office | None, marks: Marks) -> Bounds | None:
    shift = page.starts[index]
    if office:
        return (shift + office.start, shift + office.end)
    inside = marks.within(shift, page.end_of(index))
    return trimmed(page.text, shift, inside[0].start if inside else page.end_of(index))


def _person_bounds(
    page: Page, lines: Sequence[int], at: int, office: Office | None, words: ContactWords
) -> Bounds | None:
    if office and office.person:
        begin = page.text.find(office.person, page.starts[at])
        return (begin, begin + len(office.person))
    for index in lines:
        text = page.lines[index].text.rstrip(",")
        if index != at and _PERSON_LINE.match(text) and not find_offices(text, words) and index < at + 2:
            return (page.starts[index], page.starts[index] + len(text))
    return None


def _address(page: Page, marks: Marks, lines: Sequence[int], at: int, words: ContactWords) -> Bounds | None:
    """The lines between the names and the first number, as far as they look like an address."""
    after = [
        i
        for i in lines
        if i > at
        and not _SALUTATION.match(page.lines[i].text)
        and not _CHANNEL_LABEL.match(page.lines[i].text)
    ]
    body = [
        i
        for i in after
        if not marks.within(page.starts[i], page.end_of(i)) and not find_offices(page.lines[i].text, words)
    ]
    if not body:
        return None
    return trimmed(page.text, page.starts[body[0]], page.end_of(_unbroken(body)))


def _unbroken(indexes: Sequence[int]) -> int:
    last = indexes[0]
    for index in indexes[1:]:
        if index != last + 1:
            break
        last = index
    return last
