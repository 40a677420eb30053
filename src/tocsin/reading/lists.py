"""Names printed one a line under a sentence that says what threatens them."""

import re
from collections.abc import Iterator

from tocsin.language.names import Name
from tocsin.reading.marks import Marked, Material
from tocsin.reading.plight import Evidence

_ITEM = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?$")
MOST_BETWEEN = 90


def names_under(material: Material) -> Iterator[tuple[Marked, Name, Evidence]]:
    """(line, name, what the sentence above the list says of all of them)."""
    evidence: Evidence | None = None
    for index, marked in enumerate(material.marked):
        item = _item_name(marked)
        if item and evidence:
            yield marked, item, evidence
        elif marked.text.rstrip().endswith(":"):
            evidence = _announced(marked, material) or _said_before(material, index)
        else:
            yield from _identified(material, index)
            evidence = None


def _item_name(marked: Marked) -> Name | None:
    """The name that a list line begins with."""
    if len(marked.text) > MOST_BETWEEN or not marked.people:
        return None
    first = marked.people[0]
    return first if _ITEM.match(marked.text[: first.start]) else None


def _identified(material: Material, index: int) -> Iterator[tuple[Marked, Name, Evidence]]:
    """'Police detained three monks. They were identified as A, B and C.'"""
    marked = material.marked[index]
    cue = material.words.cues("identified").first(marked.text)
    evidence = _said_before(material, index) if cue and marked.people else None
    if cue and evidence:
        yield from ((marked, name, evidence) for name in marked.people if name.start >= cue.end)


def _said_before(material: Material, index: int) -> Evidence | None:
    """What one of the two sentences before says of a number of people, where this one tells who they are."""
    if material.words.cues("identified").first(material.marked[index].text) is None:
        return None
    for marked in reversed(material.marked[max(0, index - 2) : index]):
        if any(count.noun and count.count.low > 1 for count in marked.counts):
            return _told(marked, material)
    return None


def _told(marked: Marked, material: Material) -> Evidence | None:
    words = material.words
    found = [*words.cues("status").find(marked.text), *words.cues("group_status").find(marked.text)]
    if not found:
        return None
    hit = min(found, key=lambda h: (h.start, -h.end))
    rule = f"{hit.code}: said of people who are named after"
    return Evidence(hit.code, marked, marked.span(hit.start, hit.end), True, None, rule)


def _announced(marked: Marked, material: Material) -> Evidence | None:
    words = material.words
    found = [*words.cues("status").find(marked.text), *words.cues("group_status").find(marked.text)]
    hits = sorted(found, key=lambda hit: -hit.end)
    if not hits or len(marked.text) - hits[0].end > MOST_BETWEEN:
        return None
    hit = hits[0]
    return Evidence(
        hit.code, marked, marked.span(hit.start, hit.end), True, None, f"{hit.code}: listed under a sentence"
    )
