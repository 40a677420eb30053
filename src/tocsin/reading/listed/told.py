"""What befell everybody on a long list: told above it, before its first name, behind its last or in its row of titles."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tocsin.language.little_words import little, words_of
from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.evidence import Evidence, is_fact
from tocsin.reading.listed.cells import Kind, kind_of
from tocsin.reading.listed.entries import Entry, NameList
from tocsin.reading.listed.others import is_of_others
from tocsin.reading.lists import announced, told_in
from tocsin.reading.marks import Marked, Material

OF_A_LONG_LIST = "told of a whole list"
IN_A_ROW = "told in a row of a list"
_PIECE = re.compile(r"[,;:(\[|，；：（、–—.-]\s*(?:[^\W\d_]+ )?$")
BEFORE, AFTER = 150, 100  # letters of its sentence before the first name, behind the last
SHORT_LEAD = 40  # letters of its sentence before the first name that say nothing by themselves
MOST_ABOVE = 6  # sentences above it
APART = 300  # letters between two lists of which the second may go on with the first
# 'A B, C D and Y Z (44) were detained'; behind a comma stands what is said of the last alone.
_BEHIND = re.compile(r"(?:\s*\([^()]{0,60}\))?\s*[^\W\d_]")
# 'and the band Y, relatives of detainees': the list goes on with others, or something else is said.
_PARTED = re.compile(rf"(?i)[,;:،，、；]|(?<!\w)(?:{little('and')})(?!\w)")
Told = tuple[int, Marked, Name, Evidence]


def told_of_lists(material: Material) -> Iterator[Told]:
    """(place in the material, sentence, name, what is said of the whole list) for each row."""
    starts = [marked.sentence.span.start for marked in material.marked]
    before: tuple[int, Evidence] | None = None
    for listed in material.document.lists:
        places = [bisect_right(starts, entry.name.start) - 1 for entry in listed.entries]
        if places[0] < 0 or is_of_others(material, listed, places[0]):
            continue
        yield from _told_in_rows(material, listed, places)
        evidence = _told(material, listed, places)
        if evidence is None and before is not None and listed.span.start - before[0] < APART:
            evidence = before[1]
        if evidence is None:
            continue
        before = listed.span.end, evidence
        last = places[0]
        for place, marked, name, _ in _names(material, listed, places):
            evidence = _told_between(material, last + 1, place) or evidence
            last = place
            yield place, marked, name, evidence


def _told_between(material: Material, start: int, end: int) -> Evidence | None:
    """A heading inside the list: 'Released:'."""
    found = (announced(marked, material) for marked in material.marked[start:end] if not marked.people)
    evidence = next((one for one in found if one), None)
    return replace(evidence, rule=f"{evidence.status}: {OF_A_LONG_LIST}") if evidence else None


def _names(
    material: Material, listed: NameList, places: list[int]
) -> Iterator[tuple[int, Marked, Name, Entry]]:
    for place, entry in zip(places, listed.entries, strict=True):
        marked = material.marked[place]
        at = marked.sentence.offset(entry.name.start)
        yield from ((place, marked, name, entry) for name in marked.people if name.start == at)


def _told_in_rows(material: Material, listed: NameList, places: list[int]) -> Iterator[Told]:
    """'Jane Roe, teacher, sentenced to two years': what a cell or a piece between commas begins with."""
    for place, marked, name, entry in _names(material, listed, places):
        end = marked.sentence.offset(entry.row.end)
        for hit in _cues(material, marked.text[name.end : end]):
            begins = listed.is_table or _PIECE.search(marked.text, name.end, name.end + hit.start)
            if begins and is_fact(marked, name.end, hit, material.words):
                told = Hit(hit.code, name.end + hit.start, name.end + hit.end)
                yield place, marked, name, _evidence(marked, told, IN_A_ROW)


def _told(material: Material, listed: NameList, places: list[int]) -> Evidence | None:
    first, last = material.marked[places[0]], material.marked[places[-1]]
    begins = first.sentence.offset(listed.entries[0].name.start)
    ends = last.sentence.offset(listed.entries[-1].name.end)
    behind = _BEHIND.match(last.text, ends) if len(set(places)) < len(places) else None
    return (
        _of_hits(material, first, max(0, begins - BEFORE), begins, nearest_last=True)
        or (_of_hits(material, last, ends, ends + AFTER, nearest_last=False) if behind else None)
        or (
            _told_above(material, places[0], len(listed.entries))
            if _may_be_led(first, begins, material)
            else None
        )
    )


def _may_be_led(first: Marked, begins: int, material: Material) -> bool:
    """'On stage that night are:' says itself who is listed; 'Among them:' and a bare name leave it to what stands above."""
    lead = first.text[:begins].strip()
    return len(lead) <= SHORT_LEAD or material.words.cues("identified").first(lead) is not None


def _of_hits(material: Material, marked: Marked, start: int, end: int, nearest_last: bool) -> Evidence | None:
    """The words for a plight in a piece of a sentence that stand nearest to the names."""
    window = marked.text[start:end]
    found = [hit for hit in _cues(material, window) if is_fact(marked, start, hit, material.words)]
    if not found:
        return None
    hit = found[-1] if nearest_last else found[0]
    if not nearest_last and _PARTED.search(window[: hit.start]):
        return None
    return _evidence(marked, Hit(hit.code, start + hit.start, start + hit.end))


def _cues(material: Material, text: str) -> list[Hit]:
    words = material.words
    hits: Iterable[Hit] = (*words.cues("status").find(text), *words.cues("group_status").find(text))
    return sorted(hits, key=lambda hit: (hit.start, -hit.end))


def _told_above(material: Material, place: int, rows: int) -> Evidence | None:
    """What leads to the list, or the sentence that counts as many people as it has rows."""
    above = material.marked[max(0, place - MOST_ABOVE) : place][::-1]
    for marked, higher in zip(above, [*above, None][1:], strict=True):
        if evidence := announced(marked, material):
            return replace(evidence, rule=f"{evidence.status}: {OF_A_LONG_LIST}")
        if higher is None or not _only_leads(marked, higher, material):
            break
    for marked in above:
        if any(count.noun and count.count.low == rows for count in marked.counts) and (
            evidence := told_in(marked, material)
        ):
            return replace(evidence, rule=f"{evidence.status}: {OF_A_LONG_LIST}")
    return None


def _only_leads(marked: Marked, higher: Marked, material: Material) -> bool:
    """'Names:', 'They are:', a row of titles: what befell them stands above it; not so above 'Signed by:'."""
    text = marked.text.casefold().strip(" .:：*_")
    if material.words.cues("signed").first(marked.text) is not None:
        return False
    return (
        text in words_of("heading_name")
        or material.words.cues("identified").first(marked.text) is not None
        or marked.sentence.paragraph == higher.sentence.paragraph
        or kind_of(material.document.text[slice(*marked.sentence.span)]) not in (Kind.PROSE, Kind.RULE)
    )


def _evidence(marked: Marked, hit: Hit, rule: str = OF_A_LONG_LIST) -> Evidence:
    return Evidence(hit.code, marked, marked.span(hit.start, hit.end), True, None, f"{hit.code}: {rule}")
