"""Addresses to which no words lead: a letterhead, a signature, a box at the side."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tocsin.reading.contacts.blocks import block_of
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.marks import Mark
from tocsin.reading.contacts.parting import begins_with_office, grouped_lines, is_channel_line
from tocsin.reading.contacts.roles import AUTHORITIES, Cue
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import is_item
from tocsin.reading.contacts.taken import Taken

_LONGEST_LINE = 160
_LINES_ABOVE = 7
_LONGEST_NAME = 8
_LONGEST_INMATE_LINE = 80
_INMATE = re.compile(r"#\s?[A-Z]{0,3}-?\d[\w-]{3,}")
_VAGUE = frozenset({"other"})
_ASKING = frozenset({"target", "direct", "letter"})
_FARTHEST_ASK, _LONGEST_ASK, _STEM = 1500, 100, 5


def leftover_entries(sheet: Sheet, cues: Sequence[Cue], taken: Taken) -> list[Entry]:
    """Short lines with a number and another way; a lone e-mail is a byline or a mail header."""
    entries = [entry for run in _free_runs(sheet, taken) for entry in _of_run(sheet, cues, run)]
    return [replace(entry, rule="leftover") for entry in entries]


def _of_run(sheet: Sheet, cues: Sequence[Cue], run: Sequence[int]) -> list[Entry]:
    if _is_prisoners(sheet, run):
        entry = block_of(sheet, run, "prisoner")
        return [entry] if entry else []
    lines = _lines_of_address(sheet, run)
    groups = grouped_lines(sheet, lines[0], lines[-1] + 1) if lines else []
    groups = groups if _is_list(sheet, lines, groups) else [lines]
    return [entry for group in groups if group and (entry := _entry(sheet, cues, group))]


def _is_list(sheet: Sheet, lines: Sequence[int], groups: Sequence[Sequence[int]]) -> bool:
    """Several items, lines of an office with its ways, or stretches that have both."""
    named = [i for i in lines if sheet.marks_in(i) and begins_with_office(sheet, i)]
    whole = [group for group in groups if _is_whole(sheet, group)]
    return max(len(named), len(whole), sum(is_item(sheet.line(i)) for i in lines)) > 1


def _is_whole(sheet: Sheet, lines: Sequence[int]) -> bool:
    return any(sheet.offices_of_line(i) for i in lines) and any(sheet.marks_in(i) for i in lines)


def _entry(sheet: Sheet, cues: Sequence[Cue], lines: Sequence[int]) -> Entry | None:
    entry = block_of(sheet, lines, "organiser")
    if entry and _ways(entry.marks) and (_is_authority(entry) or _is_asked(sheet, cues, entry)):
        return replace(entry, role="target")
    return entry if entry and _is_address(entry.marks) else None


def _is_asked(sheet: Sheet, cues: Sequence[Cue], entry: Entry) -> bool:
    """'send your faxes to the DGIP', and further down the address of the DGIP."""
    if not entry.office:
        return False
    names = _stems(sheet.prose[slice(*entry.office)])
    asks = [c for c in cues if c.role in _ASKING and 0 <= entry.start - c.end < _FARTHEST_ASK]
    shared = [names & _stems(sheet.prose[c.end : c.end + _LONGEST_ASK]) for c in asks]
    return bool(names) and any(2 * len(stems) > len(names) for stems in shared)


def _stems(text: str) -> set[str]:
    """Words with a capital, without their endings."""
    return {word[:_STEM].casefold() for word in re.findall(r"[^\W\d_]{3,}", text) if word[0].isupper()}


def _is_prisoners(sheet: Sheet, lines: Sequence[int]) -> bool:
    """'Jim Sample #AM-8335' over an address of short lines."""
    texts = [sheet.line(i) for i in lines]
    return (
        2 <= len(lines) <= _LINES_ABOVE
        and bool(_INMATE.search(texts[0]))
        and max(map(len, texts)) <= _LONGEST_INMATE_LINE
    )


def _free_runs(sheet: Sheet, taken: Taken) -> list[list[int]]:
    """Runs of lines that nothing else has taken, ended by blank lines and by lines that are prose."""
    runs: list[list[int]] = [[]]
    for index in range(len(sheet.page.lines)):
        is_free = _is_free(sheet, index, taken)
        if sheet.page.blank_before(index) or not is_free:
            runs.append([])
        if is_free:
            runs[-1].append(index)
    return _with_ways_below(sheet, [run for run in runs if run])


def _with_ways_below(sheet: Sheet, runs: Sequence[list[int]]) -> list[list[int]]:
    """An address of short lines, a blank line, then 'Fax: ...': one entry."""
    joined: list[list[int]] = []
    for run in runs:
        if joined and _is_tail(sheet, run) and _awaits_ways(sheet, joined[-1], run[0]):
            joined[-1] = [*joined[-1], *run]
        else:
            joined.append(run)
    return joined


def _is_tail(sheet: Sheet, run: Sequence[int]) -> bool:
    return all(sheet.marks_in(i) and is_channel_line(sheet, i) for i in run)


def _awaits_ways(sheet: Sheet, run: Sequence[int], below: int) -> bool:
    """Short lines with an office and no way to reach it but such as has a line to itself, right above."""
    short = (
        run[-1] + 1 == below
        and len(run) <= _LINES_ABOVE
        and max(len(sheet.line(i)) for i in run) <= _LONGEST_INMATE_LINE
    )
    is_open = all(is_channel_line(sheet, i) for i in run if sheet.marks_in(i))
    return short and is_open and any(sheet.offices_of_line(i) for i in run)


def _is_free(sheet: Sheet, index: int, taken: Taken) -> bool:
    start, end = sheet.bounds(index)
    text = sheet.line(index)
    is_sentence = text.endswith((".", ":")) and len(text.split()) > _LONGEST_NAME
    if is_sentence and text.endswith(":"):
        is_sentence = not begins_with_office(sheet, index)
    is_long = is_sentence or len(text) > _LONGEST_LINE
    return not (is_long or taken.touches(start, end) or sheet.is_furniture(start))


def _lines_of_address(sheet: Sheet, run: Sequence[int]) -> list[int]:
    marked = [i for i in run if any(m.kind != "url" for m in sheet.marks_in(i))]
    if not marked:
        return []
    return [i for i in run if marked[0] - _LINES_ABOVE <= i <= marked[-1]]


def _is_address(marks: Sequence[Mark]) -> bool:
    return len(_ways(marks)) >= 2 and any(m.number for m in _ways(marks))


def _ways(marks: Sequence[Mark]) -> list[Mark]:
    return [m for m in marks if m.kind in ("email", "redaction") or (m.number and m.number.labelled)]


def _is_authority(entry: Entry) -> bool:
    """An authority needs no second way: nobody prints its fax for another reason."""
    return entry.kind in AUTHORITIES - _VAGUE
