"""Prose that says whom to write to: 'Contact Gov. Rick Perry at 512-463-2000, 512-463-1849 (fax)'."""

import re
from collections.abc import Sequence
from itertools import zip_longest

from tocsin.reading.contact_addresses import trimmed
from tocsin.reading.contact_blocks import block_entries
from tocsin.reading.contact_entry import Bounds, Entry
from tocsin.reading.contact_marks import Mark, Marks
from tocsin.reading.contact_missions import MISSION_KINDS
from tocsin.reading.contact_offices import Office, find_offices
from tocsin.reading.contact_page import Page
from tocsin.reading.contact_roles import AUTHORITIES, Cue, find_cues
from tocsin.reading.contact_words import ContactWords

_SENTENCE_END = re.compile(
    r"(?<!\b[A-Z])(?<!\b(?:Mr|Ms|Dr|St|No|Lt|Rd|Av))(?<!\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Hon|Tel|Fax|Ave|Str|Box|Ltd|Inc|Ste))(?<!\bProf)"
    r"[.!?]+[\"')]*(?=\s+[\"'(]?[^\W\da-z_]|$)"
)
_NEW_NAME = re.compile(r"\b(?:and|or|as well as)? ?(?:also )?to\b|;|\baddress(?:es)?\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:(?:and|or) )?(?:to )?(?:the )?(?:following|these|this|address(?:es)?|him|her|them|us|me|you|our|your|his|their|all|a|an|it|e-?mail)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\b(?:by|via|per|par|por|his|her|their) $", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:(?:and|or) )?(?:to )?(?:the )?", re.IGNORECASE)
_EMPTY = re.compile(r"[\s:;,.\-–—*_>]*")
_WORD_EDGE = " \n\t:;,.-–—*_>()[]\"'"


def passage_entries(page: Page, marks: Marks, words: ContactWords, taken: Sequence[Bounds]) -> list[Entry]:
    """Entries that a cue leads to, outside of what other layouts have taken."""
    cues = [
        c
        for c in find_cues(page, marks, words)
        if not _is_taken(c.start, taken) and not _is_furniture(page, c)
    ]
    entries: list[Entry] = []
    for cue, following in zip_longest(cues, cues[1:]):
        if entries and cue.start < entries[-1].end:
            continue
        entries += _after_cue(page, marks, words, cue, following, entries, taken)
    return entries


def _is_taken(position: int, taken: Sequence[Bounds]) -> bool:
    return any(start <= position < end for start, end in taken)


def _is_furniture(page: Page, cue: Cue) -> bool:
    return page.lines[page.index_at(cue.start)].section.is_furniture


def _after_cue(
    page: Page,
    marks: Marks,
    words: ContactWords,
    cue: Cue,
    following: Cue | None,
    before: list[Entry],
    taken: Sequence[Bounds],
) -> list[Entry]:
    paragraph = _paragraph_end(page, marks, cue.end)
    end = min(_sentence_end(page.text, cue.end, paragraph), following.start if following else paragraph)
    offices = find_offices(page.text[cue.end : end], words)
    inside = marks.within(cue.end, end)
    role = _role(page, words, cue, offices, inside)
    if role is None:
        return []
    if _leads_to_a_list(page.text[cue.end : end], end == paragraph, bool(offices or inside)):
        listed = block_entries(page, marks, words, page.index_at(max(cue.start, end - 1)) + 1, role, taken)
        if listed:
            return listed
    return _in_sentence(page.text, cue, role, offices, inside, before)


def _paragraph_end(page: Page, marks: Marks, position: int) -> int:
    """The end of the line, or of the next where the sentence goes on there with an address."""
    index = page.index_at(position)
    while page.is_wrapped(index):
        index += 1
    open_ended = not page.text[position : page.end_of(index)].rstrip().endswith((".", "!", "?"))
    if open_ended and index + 1 < len(page.lines) and marks.begins_at(page.starts[index + 1]):
        index += 1
    return page.end_of(index)


def _sentence_end(text: str, start: int, stop: int) -> int:
    found = _SENTENCE_END.search(text, start, stop)
    return found.end() if found else stop


def _leads_to_a_list(region: str, to_the_end: bool, has_content: bool) -> bool:
    """Nothing or a colon follows, then the line ends."""
    bare = region.rstrip()
    return to_the_end and (
        not _EMPTY.sub("", bare) or bare.endswith(":") or (not has_content and not bare.endswith("."))
    )


def _role(page: Page, words: ContactWords, cue: Cue, offices: list[Office], inside: list[Mark]) -> str | None:
    near = [o for o in offices if o.whole_start <= 12]
    if cue.role == "outside":
        return "target" if near and near[0].kind in MISSION_KINDS else None
    if cue.role == "direct":
        if near and near[0].kind in AUTHORITIES:
            return "target"
        return (
            "organiser" if inside and not _BY.search(page.text[max(0, cue.start - 8) : cue.start]) else None
        )
    if cue.role == "letter":
        return "target" if near and _is_what_it_is_about(page, words, cue) else None
    return cue.role


def _is_what_it_is_about(page: Page, words: ContactWords, cue: Cue) -> bool:
    """A letter that the text reports counts where it opens the text or demands something."""
    index = page.index_at(cue.start)
    return index < 3 or bool(words.find("demands", page.lines[index].text))


def _in_sentence(
    text: str, cue: Cue, role: str, offices: list[Office], inside: list[Mark], before: list[Entry]
) -> list[Entry]:
    if not offices and inside and cue.role == "direct" and _belongs_to_the_last(before, inside[0]):
        before[-1] = _with_marks(before[-1], inside)
        return []
    return _Grouping(text, cue, role).entries(offices, inside)


def _belongs_to_the_last(before: list[Entry], mark: Mark) -> bool:
    return (
        bool(before)
        and before[-1].role == "target"
        and not before[-1].marks
        and mark.start - before[-1].end < 300
    )


def _with_marks(entry: Entry, inside: list[Mark]) -> Entry:
    from dataclasses import replace

    return replace(entry, marks=(*entry.marks, *inside), end=inside[-1].end)


class _Grouping:
    """Offices and marks of one sentence, each mark with the office before it."""

    def __init__(self, text: str, cue: Cue, role: str) -> None:
        self.text, self.cue, self.role = text, cue, role

    def entries(self, offices: list[Office], inside: list[Mark]) -> list[Entry]:
        shift = self.cue.end
        apart = [
            o for o in offices if not any(m.start < o.end + shift and o.start + shift < m.end for m in inside)
        ]
        items: list[Office | Mark] = sorted(
            [*apart, *inside], key=lambda i: i.start + (shift if isinstance(i, Office) else 0)
        )
        groups: list[tuple[Office | None, list[Mark]]] = []
        for item in items:
            if isinstance(item, Office):
                if groups and self._is_another_matter(groups[-1], item):
                    break
                groups.append((item, []))
            elif groups and not self._begins_anew(groups[-1], item):
                groups[-1][1].append(item)
            else:
                groups.append((None, [item]))
        entries: list[Entry] = []
        for office, found in groups:
            entries.append(self._entry(office, found, entries[-1].end if entries else self.cue.end))
        return [e for e in entries if e.has_channel or (e.office and e.role != "organiser")]

    def _last_end(self, group: tuple[Office | None, list[Mark]]) -> int:
        office, found = group
        return found[-1].end if found else (office.whole_end if office else 0) + self.cue.end

    def _is_another_matter(self, group: tuple[Office | None, list[Mark]], office: Office) -> bool:
        """The list has ended where more than a few small words follow: '... using the appeal programme of X'."""
        between = self.text[self._last_end(group) : office.whole_start + self.cue.end]
        return len([w for w in re.findall(r"[^\W\d_]+", between) if w.islower() and len(w) > 3]) > 2

    def _begins_anew(self, group: tuple[Office | None, list[Mark]], mark: Mark) -> bool:
        office, found = group
        between = self.text[self._last_end(group) : mark.start]
        return office is not None and not found and bool(_NEW_NAME.search(between))

    def _entry(self, office: Office | None, found: list[Mark], after: int) -> Entry:
        shift = self.cue.end
        if office is None:
            name = self._name_before(after, found[0])
            start = name[0] if name else found[0].start
            return Entry(
                self.role,
                "other",
                start,
                found[-1].end,
                tuple(found),
                office=name,
                rule=f"cue {self.cue.role}",
            )
        start, end = office.whole_start + shift, office.whole_end + shift
        return Entry(
            self.role,
            office.kind,
            start,
            max(end, found[-1].end if found else 0),
            tuple(found),
            office=(office.start + shift, office.end + shift),
            person=self._person(office),
            address=trimmed(self.text, end, found[0].start)
            if found and "," in self.text[end : found[0].start]
            else None,
            said=(start, self._said_end(end)),
            rule=f"cue {self.cue.role}",
        )

    def _said_end(self, end: int) -> int:
        """A place that follows: 'in Seoul, Korea'."""
        more = re.compile(r" (?:in|at|à|en|in der|w|в) [^\W\da-z_][\w'-]+(?:,? [^\W\da-z_][\w'-]+)*").match(
            self.text, end
        )
        return more.end() if more else end

    def _person(self, office: Office) -> Bounds | None:
        if not office.person:
            return None
        at = self.text.find(office.person, office.whole_start + self.cue.end)
        return (at, at + len(office.person))

    def _name_before(self, after: int, mark: Mark) -> Bounds | None:
        """'the striking workers at [address]': a holder without a title."""
        words = self.text[after : mark.start]
        lead = len(words) - len(words.lstrip(_WORD_EDGE))
        name = re.sub(
            r"\s+(?:at|on|via|by|to|:|e-?mail|tel|phone|fax)\W*$",
            "",
            words[lead:].rstrip(_WORD_EDGE),
            flags=re.IGNORECASE,
        )
        name = _ARTICLE.sub("", name.rstrip(_WORD_EDGE))
        lead = words.index(name) if name else lead
        if not 3 <= len(name) <= 80 or _NOBODY.match(name) or "\n" in name:
            return None
        return (after + lead, after + lead + len(name))
