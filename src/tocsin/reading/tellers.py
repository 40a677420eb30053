"""Who tells of an event, where the writer does not."""

import re
from collections.abc import Mapping
from dataclasses import replace

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked
from tocsin.terms.incidents import Incident
from tocsin.terms.span import Span
from tocsin.terms.statements import Statement

_SOURCE = re.compile(r"\s+(?:the\s+)?([^,;:.()]{3,70}?)\s*(?:[,;.()]|$)")
_FIGURE = re.compile(r"\d")
_BEGINS = re.compile(r"(?:^|[,;:(])\s*(?:[^\W\d_]{1,3}\s+)?$")
CITED = 40  # letters between 'according to' and a name: the office that it holds
_THAT = re.compile(r"\b(?:that|что|що|dass|daß|que|qu['’]|che|že|at)\b|说|說|称|稱|[:：]")


def said_by(marked: Marked, words: Lexicon) -> tuple[str, Span] | None:
    """'According to eye witnesses' -> 'eye witnesses'; 'according to those who were there, ...' -> all up to the comma."""
    hit = words.cues("said_by").first(marked.text)
    known = [s for s in words.cues("sources").find(marked.text) if hit and -60 < s.start - hit.start < 60]
    if known:
        return marked.text[known[0].start : known[0].end], marked.span(known[0].start, known[0].end)
    return _cited(marked, words)


def _cited(marked: Marked, words: Lexicon) -> tuple[str, Span] | None:
    """Who is cited at the beginning of a clause; no law, which has a number."""
    for hit in words.cues("citing").find(marked.text):
        source = _SOURCE.match(marked.text, hit.end)
        if source and not _FIGURE.search(source[1]) and _BEGINS.search(marked.text[: hit.start]):
            return source[1], marked.span(*source.span(1))
    return None


def claimed(
    incident: Incident, marked: Marked, hit: Hit, told: Mapping[Span, Statement], words: Lexicon
) -> Incident:
    """What somebody only speaks of is theirs to answer for: a release, or whatever they say 'that' happened."""
    statement = told.get(marked.sentence.span)
    if incident.said_by or statement is None or statement.refused:
        return incident
    speaker = statement.field_spans["speaker"]
    if speaker[0].start > incident.spans[0].start:
        return incident
    if incident.type != "release" and not _is_reported_speech(marked, hit, speaker[0], words):
        return incident
    fields = {**incident.field_spans, "said_by": speaker}
    return replace(incident, said_by=statement.speaker, field_spans=fields)


def _is_reported_speech(marked: Marked, hit: Hit, speaker: Span, words: Lexicon) -> bool:
    """'The spokesman said on Sunday that ...', 'according to the prosecutor, ...': between the speaker and the event."""
    offset = marked.sentence.span.start
    before, between = (
        marked.text[: speaker.start - offset],
        marked.text[speaker.end - offset : hit.start],
    )
    if _THAT.search(between) or words.cues("speaking_of").first(between):
        return True
    cited = words.cues("said_by").find(before)
    return "," in between and any(len(before[hit.end :]) <= CITED for hit in cited)
