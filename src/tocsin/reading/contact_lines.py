"""Directories: one line per mission, 'Embassy of X in Y – address; numbers, e-mail, note'."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.language.countries import find_country
from tocsin.reading.contact_addresses import address_before_marks
from tocsin.reading.contact_blocks import block_of
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


def directory_entries(page: Page, marks: Marks, words: ContactWords, taken: Sequence[Bounds]) -> list[Entry]:
    """The lines that begin with the name of a mission, or with a country where several lines do."""
    by_country = _country_heads(page, marks)
    entries: list[Entry] = []
    for index, line in enumerate(page.lines):
        start = page.starts[index]
        claimed = [*taken, *((e.start, e.end) for e in entries[-1:])]
        if line.section.is_furniture or any(a <= start < b for a, b in claimed):
            continue
        head = _head(line.text, words) or by_country.get(index)
        if head:
            entries += _entries_of_line(page, marks, words, index, head)
    return with_faxes_last(entries)


def _country_heads(page: Page, marks: Marks) -> dict[int, Bounds]:
    """Line index -> heading, where at least two lines begin with the name of a country and hold an address."""
    heads = {}
    for index, line in enumerate(page.lines):
        inside = marks.within(page.starts[index], page.end_of(index))
        head = _country_head(line.text) if any(m.kind != "url" for m in inside) else None
        if head:
            heads[index] = head
    return heads if len(heads) > 1 else {}


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


def _country_head(line: str) -> Bounds | None:
    begin = _after_bullet(line)
    dash = _DASH.search(line, begin)
    if not dash or dash.start() - begin > 40:
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
    below = _lines_below(page, words, index) if head[1] == len(page.lines[index].text) else []
    if below:
        whole = block_of(page, marks, words, [index, *below], "target")
        return [replace(whole, rule="directory line")] if whole else []
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


def _lines_below(page: Page, words: ContactWords, index: int) -> list[int]:
    """The lines of an entry that is headed by a line of its own."""
    below: list[int] = []
    for following in range(index + 1, min(index + 9, len(page.lines))):
        text = page.lines[following].text
        if page.blank_before(following) or len(text) > _LONGEST_HEAD or _head(text, words):
            break
        if words.find("roles", text) or text.endswith("."):
            break
        below.append(following)
    return below


def with_faxes_last(entries: list[Entry]) -> list[Entry]:
    """In a directory that puts the fax last without a label, also where commas alone part the numbers."""
    if not any(_unlabelled_fax(e) for e in entries):
        return entries
    return [_fax_last(e) for e in entries]


def _unlabelled_fax(entry: Entry) -> bool:
    return any(m.number and m.number.kind == "fax" and not m.number.labelled for m in entry.marks)


def _fax_last(entry: Entry) -> Entry:
    numbers = [m for m in entry.marks if m.number]
    plain = all(m.number and not m.number.labelled and m.number.kind == "phone" for m in numbers)
    if len(numbers) < 3 or not plain or numbers[-1].number is None:
        return entry
    last = replace(numbers[-1], number=replace(numbers[-1].number, kind="fax"))
    return replace(entry, marks=tuple(last if m is numbers[-1] else m for m in entry.marks))
