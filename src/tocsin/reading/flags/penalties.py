"""Two different sentences told of one person, such as six months here and six years there."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.reading.dossiers import Dossier
from tocsin.reading.evidence import Evidence
from tocsin.terms.draft import Warning
from tocsin.terms.span import Span


def conflicting_penalties(dossiers: list[Dossier], words: Lexicon) -> Iterator[Warning]:
    for dossier in dossiers:
        told: dict[str, Span] = {}
        for evidence in dossier.evidence:
            if evidence.status == "sentenced" and (found := _penalty(evidence, words)):
                told.setdefault(*found)
        if len(told) > 1:
            message = f"The text tells different sentences of {dossier.name}: {' / '.join(told)}. Both are kept; say which holds."
            yield Warning("conflicting_sentence", message, tuple(sorted(told.values())))


def _penalty(evidence: Evidence, words: Lexicon) -> tuple[str, Span] | None:
    marked = evidence.marked
    hit = words.cues("penalty_served").first(marked.text) or words.cues("penalty").first(marked.text)
    if hit is None or len(marked.people) > 1:
        return None  # of several people in one sentence each may have their own
    return re.sub(r"\s+", " ", marked.text[hit.start : hit.end]).lower(), marked.span(hit.start, hit.end)
