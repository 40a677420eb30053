"""What the words before a name say of whoever bears it."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.names import Name
from tocsin.reading.evidence import BEFORE, BRIDGE, VERBS, Evidence, evidence, is_fact, is_listed, is_row
from tocsin.reading.marks import Marked
from tocsin.reading.of_a_group import OF_A_GROUP, told_of_group

AROUND_COLON, BEFORE_COLON = 190, 140


def said_before(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'release of A, B and C': what leads to the first of a list leads to all."""
    earlier = [other for other in marked.people if other.end <= name.start]
    while True:
        previous = earlier[-1].end if earlier else 0
        yield from _leading(marked, name, previous, words)
        if not earlier or not is_row(marked.text[previous : name.start]):
            return
        name = earlier.pop()


def _leading(marked: Marked, name: Name, previous: int, words: Lexicon) -> Iterator[Evidence]:
    start = max(0, name.start - BEFORE, previous)
    window = marked.text[start : name.start]
    for hit in words.cues("status").find(window):
        cue, between = window[hit.start : hit.end].lower(), window[hit.end :]
        if _leads_to(cue, between, words) and not _is_called_on(cue, marked, name):
            yield evidence(marked, hit, start, "said before the name", len(between) < 30)


_TO_DO = re.compile(r"\s+to\s+[a-z]")


def _is_called_on(cue: str, marked: Marked, name: Name) -> bool:
    """'a call for Jane Roe to release them'."""
    return cue.rstrip().endswith(" for") and _TO_DO.match(marked.text, name.end) is not None


def listed_after_colon(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'The police arrested three members of the union: A, its secretary, B and C'."""
    colon = marked.text.rfind(":", 0, name.start)
    if colon < 0 or len(marked.text[colon + 1 : name.start]) > AROUND_COLON:
        return
    first = next((other for other in marked.people if other.start > colon), None)
    if first is None or first.start - colon > 4 or VERBS.search(marked.text[colon + 1 : name.start]):
        return
    start = max(0, colon - BEFORE_COLON)
    hits = [
        h for h in words.cues("status").find(marked.text[start:colon]) if is_fact(marked, start, h, words)
    ]
    if hits:
        hit = max(hits, key=lambda h: (h.end, -h.start))
        yield evidence(marked, hit, start, "said before a colon and a list of names", True)


def named_of_group(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'several workers were arrested, including A and B'."""
    first = name.start
    for other in reversed([one for one in marked.people if one.end <= name.start]):
        if not is_listed(marked.text[other.end : first]):
            break
        first = other.start
    if hit := told_of_group(marked, first, words):
        yield evidence(marked, hit, 0, OF_A_GROUP, True)


_JOINING = frozenset(["and", "of", "y", "et", "und", "e", "и", "i", "og", "both"])


def _leads_to(cue: str, between: str, words: Lexicon) -> bool:
    if len(between) > BRIDGE or re.search(
        r"[.;:!?()]|,\s*(?:said|who)|\b(?:by|said|says|told|against|which|who)\b", between
    ):
        return False
    if re.match(r"(?:was|were|been|is|are|still|has|had)\b", cue):
        return False
    if words.cues("organisations").first(between) and not words.cues("roles").first(between):
        return False
    links = words.words("subject_links") - _JOINING
    verbs = sum(part in links for part in between.lower().split())
    if "," in between:
        return between.rstrip().endswith(",") and words.cues("roles").first(between) is not None and not verbs
    return not verbs
