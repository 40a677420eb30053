"""Names printed one a line under a sentence that says what threatens them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tocsin.language.names import Name
from tocsin.language.phrases import Hit
from tocsin.reading.evidence import Evidence
from tocsin.reading.marks import Marked, Material

_ITEM = re.compile(r"^\W*(?:\d{1,3}(?:[.)]\s*|\s{2,}))?$")
MOST_BETWEEN, FEWEST_GAPS, LONGEST_GAP = 90, 2, 25
LISTED = "listed under a sentence"
AHEAD = frozenset({"at_risk", "threatened"})
UNTOLD = frozenset({"released", "other"})  # 'Free them:' is no release


def names_under(material: Material) -> Iterator[tuple[int, Marked, Name, Evidence]]:
    """(place in the material, line, name, what the sentence above the list says of all of them)."""
    evidence: Evidence | None = None
    for index, marked in enumerate(material.marked):
        items = _item_names(marked) if evidence else []
        if items and evidence:
            yield from ((index, marked, item, evidence) for item in items)
        elif marked.text.rstrip().endswith(":"):
            evidence = announced(marked, material) or _said_before(material, index)
        else:
            yield from _identified(material, index)
            evidence = None


def _item_names(marked: Marked) -> list[Name]:
    """The name that a list line begins with, or all in a line that is nothing but names."""
    if not marked.people or not _ITEM.match(marked.text[: marked.people[0].start]):
        return []
    gaps = [marked.text[one.end : other.start] for one, other in pairwise(marked.people)]
    if len(gaps) >= FEWEST_GAPS and all(len(gap) <= LONGEST_GAP for gap in gaps):
        return list(marked.people)
    return [marked.people[0]] if len(marked.text) <= MOST_BETWEEN else []


def _identified(material: Material, index: int) -> Iterator[tuple[int, Marked, Name, Evidence]]:
    """'Police detained three monks. They were identified as A, B and C.'"""
    marked = material.marked[index]
    cue = material.words.cues("identified").first(marked.text)
    evidence = _said_of_named(marked, cue, material) if cue and marked.people else None
    evidence = evidence or (_said_before(material, index) if cue and marked.people else None)
    if cue and evidence:
        yield from ((index, marked, name, evidence) for name in marked.people if name.start >= cue.end)


def _said_of_named(marked: Marked, cue: Hit, material: Material) -> Evidence | None:
    """'The dead were named as A, B and C': what befell them stands before the verb."""
    hit = material.words.cues("those_named").first(marked.text[: cue.start])
    if hit is None:
        return None
    rule = f"{hit.code}: said of people who are named after"
    return Evidence(hit.code, marked, marked.span(hit.start, hit.end), True, None, rule)


def _said_before(material: Material, index: int) -> Evidence | None:
    """What one of the two sentences before says of a number of people, where this one tells who they are."""
    if material.words.cues("identified").first(material.marked[index].text) is None:
        return None
    fewest = 1 if len(material.marked[index].people) == 1 else 2  # 'A union leader was shot. It is A'
    for marked in reversed(material.marked[max(0, index - 2) : index]):
        if any(count.noun and count.count.low >= fewest for count in marked.counts):
            return told_in(marked, material)
    return None


def told_in(marked: Marked, material: Material) -> Evidence | None:
    """What befell those whom a sentence counts, where others tell who they are."""
    words = material.words
    found = [*words.cues("status").find(marked.text), *words.cues("group_status").find(marked.text)]
    if not found:
        return None
    hit = min(found, key=lambda h: (h.start, -h.end))
    rule = f"{hit.code}: said of people who are named after"
    return Evidence(hit.code, marked, marked.span(hit.start, hit.end), True, None, rule)


def announced(marked: Marked, material: Material) -> Evidence | None:
    """What a line above a list says of all on it."""
    words = material.words
    found = [*words.cues("status").find(marked.text), *words.cues("group_status").find(marked.text)]
    if not found and len(marked.text) <= MOST_BETWEEN:
        found = [hit for hit in words.cues("plights").find(marked.text) if hit.code not in UNTOLD]
    hits = sorted(found, key=lambda hit: -hit.end)
    if not hits or len(marked.text) - hits[0].end > MOST_BETWEEN:
        return None
    hit = next((one for one in hits if _is_led(marked.text, one, hits[0])), hits[0])
    return Evidence(hit.code, marked, marked.span(hit.start, hit.end), True, None, f"{hit.code}: {LISTED}")


def _is_led(text: str, threat: Hit, hit: Hit) -> bool:
    """'under threat of being murdered': nobody has been murdered yet."""
    return threat.code in AHEAD and threat.end < hit.start and text[threat.end : hit.start].startswith(" of ")
