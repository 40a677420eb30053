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
    for marked in material.marked:
        item = _item_name(marked)
        if item and evidence:
            yield marked, item, evidence
        elif marked.text.rstrip().endswith(":"):
            evidence = _announced(marked, material)
        else:
            evidence = None


def _item_name(marked: Marked) -> Name | None:
    """The name that a list line begins with."""
    if len(marked.text) > MOST_BETWEEN or not marked.people:
        return None
    first = marked.people[0]
    return first if _ITEM.match(marked.text[: first.start]) else None


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
