"""What somebody is called right beside the name: 'the detainee Jane Roe', 'Jane Roe, one of the hunger strikers'."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.little_words import little
from tocsin.language.names import Name
from tocsin.reading.evidence import LISTED, Evidence, evidence
from tocsin.reading.marks import Marked

BEFORE, AFTER = 45, 70
_PAST = re.compile(rf"(?i)\b(?:{little('former')})[\s-]+$")
_OPENS = re.compile(r"\s*[,(–—-]")
_LEAD = re.compile(rf"(?i)\s*[,(–—-]\s*(?:(?:{little('one_of_them')})\s+)?(?P<word>[^\W\d_]+\s+)?")


def said_beside(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    yield from _before(marked, name, words)
    yield from _after(marked, name, words)


def _before(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    """'political prisoners A and B': said of all in the list."""
    first = name.start
    for other in reversed([one for one in marked.people if one.end <= name.start]):
        if not LISTED.match(marked.text[other.end : first]):
            break
        first = other.start
    start = max(0, first - BEFORE)
    window = marked.text[start:first]
    for hit in words.cues("called_beside").find(window):
        if window[hit.end :].strip(" \"'") or _PAST.search(window, 0, hit.start):
            continue
        yield evidence(marked, hit, start, "called so before the name", True)


def _after(marked: Marked, name: Name, words: Lexicon) -> Iterator[Evidence]:
    window = marked.text[name.end : name.end + AFTER]
    if _OPENS.match(window) is None:
        return
    for hit in words.cues("called_beside").find(window):
        lead = _LEAD.fullmatch(window, 0, hit.start)
        if lead is None or _PAST.search(window, 0, hit.start):
            continue
        if (lead["word"] or "").strip().lower() in words.words("function_words"):
            continue
        yield evidence(marked, hit, name.end, "called so after the name", True)
