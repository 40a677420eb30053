"""Prose that says whom to write to: 'Contact Gov. Rick Perry at 512-463-2000, 512-463-1849 (fax)'."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from tocsin.reading.contacts.blocks import block_entries
from tocsin.reading.contacts.copied import copied_entries
from tocsin.reading.contacts.entry import Entry
from tocsin.reading.contacts.groups import grouped_entries
from tocsin.reading.contacts.marks import Mark
from tocsin.reading.contacts.offices import ASKED, ASKED_TO_HELP, MISSION_KINDS, Office
from tocsin.reading.contacts.parting import begins_with_office, end_of_channels, is_channel_line
from tocsin.reading.contacts.roles import AUTHORITIES, OF_STATE, PLAIN_ROLES, Cue, role_of, title_start
from tocsin.reading.contacts.sheet import Sheet
from tocsin.reading.contacts.signs import bare, is_item
from tocsin.reading.contacts.taken import Taken

_SENTENCE_END = re.compile(r"([^\W\d_]*)(?:[.!?]+[\"')]*(?=\s+[\"'(]?[^\W\da-z_а-я]|$)|[。！？])")
_LABEL_ALONE = re.compile(r"[\s.,;(]*(?:[^\W\d_][\w./-]{1,10}[\s:.]*){0,2}")
_EMPTY = re.compile(r"[\s:;,.\-–—*_>]*")
_ENDS = (".", "!", "?")
_LONGEST_CLAUSE = 20
_STILL_THE_SAME = 300
_LONGEST_REACH = 3000
_NEXT_TO = 20
_SMALL_WORDS = 5
_OF_REQUESTS = ("cue direct", "cue target")
_HELPING = frozenset({"solidarity_to", "copy_to"})
_FIRST_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\d_]+ ")


def passage_entries(sheet: Sheet, all_cues: Sequence[Cue], taken: Taken) -> list[Entry]:
    """Entries that a cue leads to, outside of what other layouts have taken."""
    cues = [
        c
        for c in all_cues
        if not taken.holds(c.start) and (c.role == "addressed" or not sheet.is_furniture(c.start))
    ]
    entries: list[Entry] = []
    for cue, following in zip_longest(cues, cues[1:]):
        if not entries or cue.start >= entries[-1].end:
            _add(entries, _after_cue(sheet, cue, following, taken))
    return entries


def _add(entries: list[Entry], found: list[Entry]) -> None:
    """'If you get no call, call 612-...': a bare number right after an office without one is that office's."""
    if entries and found and _goes_with(entries[-1], found[0]):
        last = entries[-1]
        entries[-1] = replace(last, marks=(*last.marks, *found[0].marks), end=found[0].end)
    else:
        entries += found


def _goes_with(office: Entry, found: Entry) -> bool:
    if found.rule not in _OF_REQUESTS or found.office is not None or office.role != "target":
        return False
    distance = found.start - office.end
    reach = _STILL_THE_SAME if not office.marks else _NEXT_TO if found.rule == "cue direct" else 0
    return distance < reach


def _after_cue(sheet: Sheet, cue: Cue, following: Cue | None, taken: Taken) -> list[Entry]:
    limit = min(cue.end + _LONGEST_REACH, following.start if following else len(sheet.prose))
    paragraph = min(_paragraph_end(sheet, cue.end), cue.end + _LONGEST_REACH)
    end = _sentence_end(sheet, cue.end, min(paragraph, limit))
    end = min(_with_its_channels(sheet, end, paragraph), limit)
    begin = title_start(sheet, cue)
    asked = ASKED_TO_HELP if cue.role in _HELPING else ASKED
    offices, marks = sheet.offices_asked(begin, end, asked), sheet.marks.within(cue.end, end)
    role = role_of(sheet, cue, offices, bool(marks))
    offices = [*_inside(sheet, cue), *offices]
    if role is None or (not marks and _is_beyond_its_clause(sheet, cue, offices)):
        return []
    if cue.role == "outside":
        offices = [office for office in offices if office.kind in MISSION_KINDS]
    if end == paragraph and _leads_to_a_list(sheet.prose[cue.end : end], bool(offices or marks)):
        listed = block_entries(sheet, sheet.page.index_at(max(cue.start, end - 1)) + 1, role, taken)
        if listed:
            return _asked(listed)
    below = sheet.page.index_at(max(cue.start, paragraph - 1)) + 1
    if not (offices or marks) and _tells_of_a_list(sheet, cue, below):
        return block_entries(sheet, below, role, taken)
    found = grouped_entries(sheet, cue, role, offices, marks)
    if found and (copied := copied_entries(sheet, cue, taken)):
        return [*found, *copied]
    found = _with_bare_list(sheet, found, paragraph)
    if sheet.is_letter(cue.start):
        found = [e for e in found if e.has_channel or e.address or e.role != "target" or cue.role != "target"]
    listed = _continued(sheet, paragraph, role, taken) if found and end == paragraph else []
    return [*found, *_not_all_copied(found, listed)]


def _is_beyond_its_clause(sheet: Sheet, cue: Cue, offices: list[Office]) -> bool:
    """'... directed to silence us, and we demand that the court ...': the first office stands in another clause."""
    between = sheet.prose[cue.end : offices[0].whole_start] if offices and cue.role == "target" else ""
    return len(between) > _LONGEST_CLAUSE and "," in between and bool(sheet.words.find("demands", between))


def _with_bare_list(sheet: Sheet, found: list[Entry], end: int) -> list[Entry]:
    """'E-mail the embassy.', and below it addresses alone: they are the ways to the one office asked."""
    index = sheet.page.index_at(max(end - 1, 0)) + 1
    if len(found) != 1 or found[0].has_channel or not found[0].office:
        return found
    last = index
    while last < len(sheet.page.lines) and _is_bare_channel(sheet, last):
        last += 1
    if last == index:
        return found
    marks = tuple(sheet.marks.within(sheet.page.starts[index], sheet.page.end_of(last - 1)))
    return [replace(found[0], marks=marks, end=marks[-1].end)]


def _is_bare_channel(sheet: Sheet, index: int) -> bool:
    """Nothing but e-mail addresses, behind the sign of an item, or a line such as 'Fax: ...'."""
    marks = sheet.marks_in(index)
    if is_channel_line(sheet, index) and not sheet.offices_of_line(index):
        return any(mark.kind != "url" for mark in marks)
    text = bare(sheet.line(index))
    return (
        bool(marks) and all(m.kind == "email" for m in marks) and len(text) <= marks[-1].end - marks[0].start
    )


def _not_all_copied(found: list[Entry], listed: list[Entry]) -> list[Entry]:
    """'Write to the company, with a copy to the union', and below the addresses of both."""
    copied = {entry.kind for entry in found if entry.role == "copy_to" and not entry.has_channel}
    return [e if not copied or e.kind in copied else replace(e, role="target") for e in listed]


def _asked(listed: list[Entry]) -> list[Entry]:
    """'Contact:' over a list of authorities asks to write to them, not who has called."""
    if not any(entry.role == "organiser" and entry.kind in OF_STATE for entry in listed):
        return listed
    return [replace(entry, role="target") for entry in listed]


def _tells_of_a_list(sheet: Sheet, cue: Cue, below: int) -> bool:
    """'contact the following people and demand ...': they are named below the paragraph."""
    words = sheet.prose[cue.start : cue.end + _NEXT_TO]
    if cue.role != "target" or below >= len(sheet.page.lines) or not sheet.words.find("listed", words):
        return False
    if any(hit.code in PLAIN_ROLES for hit in sheet.words.find("roles", sheet.line(below))):
        return False
    offices = sheet.offices_of_line(below)
    return is_item(sheet.line(below)) or (begins_with_office(sheet, below) and offices[0].kind in AUTHORITIES)


def _inside(sheet: Sheet, cue: Cue) -> list[Office]:
    """Offices right behind the first word of a cue, 'Пишите министру юстиции и в ...', or before its last, 'send a letter asking the Government to stop ...'."""
    if cue.role != "target":
        return []
    first = _FIRST_WORD.match(sheet.prose, cue.start, cue.end)
    offices = sheet.offices_asked(first.end(), cue.end) if first else []
    if first and offices and offices[0].whole_start - first.end() <= _SMALL_WORDS:
        return offices
    asked = sheet.offices_in(cue.start, cue.end)[-1:]
    is_last = (
        asked
        and cue.end - asked[0].whole_end <= _SMALL_WORDS
        and sheet.prose[cue.end :][:2].strip().islower()
    )
    return asked if is_last else []


def _continued(sheet: Sheet, end: int, role: str, taken: Taken) -> list[Entry]:
    """'Appeals to: President ..., fax ...' and in the lines below further offices with theirs."""
    index = sheet.page.index_at(max(end - 1, 0)) + 1
    if role == "organiser" or index >= len(sheet.page.lines) or is_item(sheet.line(index - 1)):
        return []
    start = sheet.page.starts[index]
    offices = sheet.offices_of_line(index)
    begins = offices and offices[0].whole_start - start < _NEXT_TO
    is_reached = any(m.kind != "url" for m in sheet.marks.within(start, end_of_channels(sheet, index)))
    is_other = any(hit.code in PLAIN_ROLES for hit in sheet.words.find("roles", sheet.line(index)))
    return block_entries(sheet, index, role, taken) if begins and is_reached and not is_other else []


def _paragraph_end(sheet: Sheet, position: int) -> int:
    """The end of the line, or of the next where the sentence goes on there with an address."""
    index = sheet.page.index_at(position)
    while sheet.page.is_wrapped(index):
        index += 1
    end = sheet.page.end_of(index)
    is_open = not sheet.prose[max(position, end - 9) : end].rstrip().endswith(_ENDS)
    if is_open and index + 1 < len(sheet.page.lines) and sheet.marks.begins_at(sheet.page.starts[index + 1]):
        index += 1
    return sheet.page.end_of(index)


def _sentence_end(sheet: Sheet, start: int, stop: int) -> int:
    """The end of the sentence; stops inside e-mail addresses and numbers end none."""
    marks: list[Mark] = sheet.marks.within(start, stop)
    for match in _SENTENCE_END.finditer(sheet.prose, start, stop):
        is_inside = any(m.start < match.end() - 1 < m.end for m in marks)
        if not (is_inside or _is_abbreviated(match, sheet.words.words("abbreviations"))):
            return match.end()
    return stop


def _with_its_channels(sheet: Sheet, end: int, paragraph: int) -> int:
    """'... London W1B 1JL. Fax: 020 ...': a sentence that begins with a number or e-mail goes with the one before."""
    reach = end_of_channels(sheet, sheet.page.index_at(max(end, paragraph) - 1))
    for mark in sheet.marks.within(end, min(reach, end + _LONGEST_REACH)):
        if not _LABEL_ALONE.fullmatch(sheet.prose, end, mark.start):
            break
        end = _sentence_end(sheet, mark.end, sheet.page.end_of(sheet.page.index_at(mark.start)))
    return end


def _is_abbreviated(end: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """'Prof. Sample', 'A. B. Sample'."""
    word = end[1]
    return "." in end[0] and ((len(word) == 1 and word.isupper()) or word.lower() in abbreviations)


def _leads_to_a_list(region: str, has_content: bool) -> bool:
    """Nothing or a colon follows the cue, then the line ends."""
    bare = region.rstrip()
    return not _EMPTY.sub("", bare) or bare.endswith(":") or (not has_content and not bare.endswith(_ENDS))
