"""What befell somebody, as a sentence says it, and whether it is told as a fact."""

import re
from dataclasses import dataclass

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.happened import is_reported
from tocsin.reading.marks import Marked
from tocsin.terms.span import Span

BEFORE, BRIDGE = 90, 55
LISTED = re.compile(r"^(?:[\s,;、，及和与]|\b(?:and|or|y|e|et|und|и|i|a|og)\b|&|\bd['’])+$")
VERBS = re.compile(
    r"\b(?:was|were|is|are|has|have|had|said|says|told|who|that|will|would|fue|ha|est|a été|wurde|был)\b|[.;:\"]"
)
AUXILIARY = re.compile(r"(?i)(?:was|were|been|being|is|are|still|has|have|had|remains?|faces?|facing)\b")


@dataclass(frozen=True)
class Evidence:
    """`status` is a code of the draft schema; `marked` the sentence that says it; `date` is EDTF."""

    status: str
    marked: Marked
    span: Span
    is_sure: bool
    date: str | None
    rule: str


def is_fact(marked: Marked, offset: int, hit: Hit, words: Lexicon) -> bool:
    """'until she is released' is no release, nor is an official's word for it."""
    whole = Hit(hit.code, offset + hit.start, offset + hit.end)
    if hit.code == "released" and _is_claimed(marked, whole, words):
        return False
    return hit.code not in ("released", "killed", "sentenced", "charged") or is_reported(marked, whole, words)


def _is_claimed(marked: Marked, hit: Hit, words: Lexicon) -> bool:
    """Told by somebody: 'the warden said that she "was released"'."""
    before = marked.text[: hit.start]
    return any(
        said.code == "said" and re.search(r"\bthat\b|[\":]", before[said.end :])
        for said in words.cues("statements").find(before)
    )


_IN_BRACKETS = re.compile(r"^\s\([^()\d]{2,40}\)(?=[\s,;])")


def is_row(between: str) -> bool:
    """Nothing but a comma or an 'and', perhaps behind what the first is: 'A (president) and B (member)'."""
    return LISTED.match(_IN_BRACKETS.sub("", between)) is not None


def is_listed(between: str) -> bool:
    """Names side by side, perhaps with a short note each: 'A, photographer with X, B of CNN and C'."""
    if is_row(between):
        return True
    return (
        len(between) < 70
        and bool(re.search(r"(?:,|\b(?:and|y|et|und|и)\b)", between))
        and not VERBS.search(between)
    )


def evidence(marked: Marked, hit: Hit, offset: int, rule: str, is_sure: bool) -> Evidence:
    span = marked.span(offset + hit.start, offset + hit.end)
    dates = [date.edtf for date in marked.dates]
    return Evidence(
        hit.code, marked, span, is_sure, dates[0] if len(dates) == 1 else None, f"{hit.code}: {rule}"
    )
