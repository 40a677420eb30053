"""What a person is charged with, and what it may cost."""

import re

from tocsin.language.lexicon import Lexicon
from tocsin.reading.evidence import Evidence
from tocsin.reading.marks import Marked
from tocsin.terms.span import Span

OF_LAW = frozenset({"charged", "sentenced", "detained", "missing", "released"})
_QUOTED = re.compile(r"\s*(?:the\s+)?(?:[\w-]+\s+){0,3}?\"([^\"]{3,90})\"")
_UP_TO = re.compile(
    r"\s*([^.;:!?\"()–—]{3,120}?)(?=\s*(?:[.;:!?\"()–—]|,|\s-\s|\b(?:and (?:was|were|has|is|are|have)|for which|which|in connection|on \d|under|but)\b|$))"
)


def charge_of(evidence: list[Evidence], words: Lexicon) -> tuple[str, Span] | None:
    """The first charge in a sentence that speaks of the person."""
    for found in evidence:
        if found.status in ("charged", "sentenced"):
            for marked in (found.marked,):
                if charge := _charge_in(marked, words):
                    return charge
    return None


def _charge_in(marked: Marked, words: Lexicon) -> tuple[str, Span] | None:
    hit = words.cues("charges").first(marked.text)
    if hit is None:
        return None
    rest = marked.text[hit.end :]
    match = _QUOTED.match(rest) or _UP_TO.match(rest)
    if not match or len(match[1].strip()) < 3:
        return None
    start = hit.end + match.start(1)
    return match[1].strip(), marked.span(start, start + len(match[1].rstrip()))


def penalty_of(evidence: list[Evidence], words: Lexicon) -> tuple[str, Span] | None:
    for found in evidence:
        if found.status in OF_LAW:
            parts = ("penalty", "penalty_served") if found.status == "sentenced" else ("penalty",)
            hit = next(filter(None, (words.cues(part).first(found.marked.text) for part in parts)), None)
            if hit:
                return found.marked.text[hit.start : hit.end], found.marked.span(hit.start, hit.end)
    return None
