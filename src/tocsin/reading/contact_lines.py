"""Directories: one line per mission, 'Embassy of X in Y – address; numbers, e-mail, note'."""

import re

from tocsin.language.countries import find_country
from tocsin.reading.contact_addresses import address_before_marks
from tocsin.reading.contact_entry import Bounds, Entry
from tocsin.reading.contact_marks import Marks
from tocsin.reading.contact_missions import MISSION_KINDS
from tocsin.reading.contact_offices import find_offices
from tocsin.reading.contact_page import Page
from tocsin.reading.contact_run_ons import cut_run_ons
from tocsin.reading.contact_words import ContactWords

_BULLET = re.compile(r"^[\s*•·●○▪\-–—>#\d.)]*")
_DASH = re.compile(r"\s*(?: [–—-] |:\s|\s[–—-]$|:$|;|\t)\s*")
_LONGEST_HEAD = 110


def directory_entries(page: Page, marks: Marks, words: ContactWords) -> list[Entry]:
    """The lines that begin with the name of a mission, or with a country where other lines of the list do."""
    entries: list[Entry] = []
    for index, line in enumerate(page.lines):
        start = page.starts[index]
        if line.section.is_furniture:
            continue
        head = _head(line.text, words) or _country_head(
            line.text, bool(marks.within(start, start + len(line.text)))
        )
        if head:
            entries += _entries_of_line(page, marks, words, index, head)
    return entries


def _head(line: str, words: ContactWords) -> Bounds | None:
    """The bounds of a heading that names a mission; prose that begins with an embassy has no dash after it."""
    begin = _after_bullet(line)
    dash = _DASH.search(line, begin)
    stop = dash.start() if dash else len(line)
    head = line[begin:stop]
    if not head or len(head) > _LONGEST_HEAD or not (dash or _is_title_case(head)):
        return None
    kinds = [o for o in find_offices(head, words) if o.kind in MISSION_KINDS]
    return (begin, stop) if kinds and _is_title_case(head) else None


def _country_head(line: str, has_marks: bool) -> Bounds | None:
    begin = _after_bullet(line)
    dash = _DASH.search(line, begin)
    if not has_marks or not dash or dash.start() - begin > 40:
        return None
    return (begin, dash.start()) if find_country(line[begin : dash.start()]) else None


def _after_bullet(line: str) -> int:
    match = _BULLET.match(line)
    return match.end() if match else 0


def _is_title_case(head: str) -> bool:
    small = [w for w in re.findall(r"[^\W\d_]+", head) if w[0].islower() and len(w) > 3]
    return len(small) <= 1


def _entries_of_line(page: Page, marks: Marks, words: ContactWords, index: int, head: Bounds) -> list[Entry]:
    start, end = page.starts[index], page.starts[index] + len(page.lines[index].text)
    entry = Entry(
        role="target",
        kind=_kind(page.text[start + head[0] : start + head[1]], words),
        start=start + head[0],
        end=end,
        marks=tuple(marks.within(start, end)),
        office=(start + head[0], start + head[1]),
        address=address_before_marks(page.text, start + head[1], end, marks, words),
        said=(start + head[1], end),
        rule="directory line",
    )
    return cut_run_ons(page.text, entry, marks, words)


def _kind(head: str, words: ContactWords) -> str:
    kinds = [o.kind for o in find_offices(head, words)]
    return next((k for k in ("permanent_mission", "consulate", "embassy") if k in kinds), "embassy")
