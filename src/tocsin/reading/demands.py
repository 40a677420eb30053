"""What those responsible are told to do."""

import itertools
import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.calls import Demand
from tocsin.terms.span import Span

LONGEST = 700
_BULLET = re.compile(r"^[\s\W]*(?:\(?(?:\d{1,2}|[a-zA-Z])[.)]\s*)?")
_PROPER = re.compile(r"(?<=of )(?:the )?[^\W\d_a-z][\w'-]*(?: (?:of |and |the )?[^\W\d_a-z][\w'-]*)*")
_NUMBERED = re.compile(r"\(\d\)\s*")
SKIPPED = frozenset({Section.CONTACTS, Section.COPIES, Section.HEADLINE})


def find_demands(material: Material) -> tuple[Demand, ...]:
    """Listed demands line by line, demands inside sentences piece by piece; the same one twice is one."""
    found: list[Demand] = []
    heading: tuple[str, Span] | None = None
    for marked in material.marked:
        if marked.section is Section.DEMANDS and _is_heading(marked):
            heading = marked.text.rstrip(" :*_"), marked.sentence.span
        for demand in _demands_of(marked, material, heading):
            if not any(_is_same(demand.text, other.text) for other in found):
                found.append(demand)
    return tuple(found)


def _demands_of(marked: Marked, material: Material, heading: tuple[str, Span] | None) -> Iterator[Demand]:
    if marked.section is Section.DEMANDS and not _is_heading(marked):
        yield from _listed(marked, heading)
    elif marked.section not in SKIPPED and len(marked.text) < LONGEST and not _is_bare_heading(marked):
        yield from _spoken(marked, material)


def _is_bare_heading(marked: Marked) -> bool:
    """'We demand:' alone; a sentence that ends in a colon may still name its demand."""
    return _is_heading(marked) and len(marked.text.split()) < 8


def _is_heading(marked: Marked) -> bool:
    return marked.text.rstrip(" *_").endswith(":")


def _listed(marked: Marked, heading: tuple[str, Span] | None) -> Iterator[Demand]:
    start = _BULLET.match(marked.text)
    begin = start.end() if start else 0
    text = marked.text[begin:].rstrip(" .;,")
    if len(text.split()) >= 2:
        yield Demand(
            text,
            (marked.span(begin, begin + len(text)),),
            field_spans={"heading": (heading[1],)} if heading else {},
            confidence=0.95,
            rule=f"listed under '{heading[0][:60]}'" if heading else "listed under a demands heading",
        )


def _spoken(marked: Marked, material: Material) -> Iterator[Demand]:
    words = material.words
    hits = list(words.cues("demands").find(marked.text))
    if not any(h.code == "demand" for h in hits) or any(h.code == "not_a_demand" for h in hits):
        return
    if words.cues("asks").codes(marked.text) and _asks_reader(marked.text, words):
        return
    first = min((h for h in hits if h.code == "demand"), key=lambda h: (h.start, -h.end))
    by = _who_demands(marked, first.start, words)
    begin = _after_colon(marked.text, first)
    for start, end in _pieces(marked.text, begin, max(begin, first.end), words):
        text = marked.text[start:end]
        yield Demand(
            text,
            (marked.span(start, end),),
            addressed_to=_addressee(marked.text[first.start : start + 80], words),
            by=by[0] if by else None,
            field_spans={"by": (by[1],)} if by else {},
            confidence=0.75,
            rule="demand cue in a sentence",
        )


def _after_colon(text: str, cue: Hit) -> int:
    """'Their demands remain the same: the release ...' begins after the colon."""
    colon = text.find(":", cue.end, cue.end + 40)
    return cue.start if colon < 0 else colon + 1 + (len(text[colon + 1 :]) - len(text[colon + 1 :].lstrip()))


def _asks_reader(text: str, words: Lexicon) -> bool:
    """'We call on you to write' asks the reader; 'We call on the government to release' demands."""
    return not words.cues("demand_objects").first(text)


def _pieces(text: str, start: int, end: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """The things demanded in one sentence: numbered parts, parts between semicolons, or 'the X and the Y'."""
    numbered = [m.end() for m in _NUMBERED.finditer(text, end)]
    if len(numbered) > 1:
        stops = [*(m.start() for m in _NUMBERED.finditer(text, end)), len(text)][1:]
        yield from (_trim(text, a, b) for a, b in zip(numbered, stops, strict=True))
        return
    clause_end = _clause_end(text, end)
    semicolons = [start, *(m.end() for m in re.finditer(";", text[:clause_end]) if m.end() > end), clause_end]
    for a, b in itertools.pairwise(semicolons):
        yield from _joined(text, a, b, end, words)


def _joined(text: str, start: int, end: int, cue_end: int, words: Lexicon) -> Iterator[tuple[int, int]]:
    """'the release of X and the reinstatement of Y' are two; objects must begin both parts."""
    cuts = [start]
    for match in re.finditer(r"(?:,|\band\b|\by\b|\bet\b|\bund\b|\be\b|\bи\b)\s+", text[start:end]):
        at = start + match.end()
        head = text[at : at + 45]
        if at > cue_end and words.cues("demand_objects").first(text[start:at]):
            hit = words.cues("demand_objects").first(head)
            if hit and hit.start <= 14:
                cuts.append(at)
    for a, b in zip(cuts, [*cuts[1:], end], strict=True):
        piece = _trim(text, a, b)
        if piece[1] - piece[0] > 8:
            yield piece


def _clause_end(text: str, start: int) -> int:
    return max(start, len(text.rstrip(" .!?\"'")))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = re.sub(r"(?:\s|[,;.]|\b(?:and|y|et|und|e|и)\b)+$", "", text[start:end])
    lead = len(piece) - len(piece.lstrip(" ,;"))
    return start + lead, start + len(piece)


def _who_demands(marked: Marked, cue: int, words: Lexicon) -> tuple[str, Span] | None:
    """The words before the cue, where they are a short subject."""
    subject = marked.text[:cue].rstrip()
    piece = re.split(r"[,;:]", subject)[-1].strip()
    if not piece or len(piece.split()) > 9 or not any(c.isupper() for c in piece):
        return None
    first, last = piece.split()[0].lower(), piece.split()[-1].lower()
    if first in words.words("pronouns") | words.words("we_they") | words.words("place_prepositions"):
        return None
    if last in words.words("place_prepositions") or last in words.table("weekdays"):
        return None
    start = marked.text.rindex(piece, 0, cue)
    return piece, marked.span(start, start + len(piece))


def _addressee(text: str, words: Lexicon) -> str | None:
    hit = words.cues("demand_addressees").first(text)
    if hit is None:
        return None
    rest = _PROPER.match(text, hit.end)  # 'the government of' runs on to its country
    return text[hit.start : rest.end() if rest else hit.end].strip()


def _is_same(a: str, b: str) -> bool:
    first, second = (set(re.findall(r"\w{4,}", text.lower())) for text in (a, b))
    return (
        bool(first and second)
        and len(first & second) >= 0.7 * min(len(first), len(second))
        and len(first & second) > 1
    )
