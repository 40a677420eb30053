"""Who has signed: the names below 'Yours sincerely' or 'Signed by', each at the beginning of its line; who wrote the text."""

import re
from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.reading.marks import Marked, Material
from tocsin.reading.offices import speech_of
from tocsin.reading.section_signs import greets

LONGEST_CLOSE, LONGEST_LINE, MOST_LINES, NEAR = 70, 120, 30, 6
Place = tuple[int, int]  # of a sentence in the material, and of a name in it


def signatures(material: Material) -> frozenset[Place]:
    return frozenset(_signatures(material))


def _signatures(material: Material) -> Iterator[Place]:
    left = 0
    for index, marked in enumerate(material.marked):
        if _closes(marked, material.words):
            left = MOST_LINES
        elif len(marked.text) > LONGEST_LINE or greets(marked.text, speech_of(marked.text, material.words)):
            left = 0
        if left or _is_byline(marked, material.words):
            left = max(left - 1, 0)
            yield from ((index, name.start) for name in marked.people)


def _closes(marked: Marked, words: Lexicon) -> bool:
    """A short line that begins so."""
    if len(marked.text) > LONGEST_CLOSE:
        return False
    return any(hit.start <= NEAR for hit in speech_of(marked.text, words).cues("signed").find(marked.text))


_JOINED = re.compile(r"\W*(?:(?:and|y|e|et|und|и|i|a|og)\W+)?")


def _is_byline(marked: Marked, words: Lexicon) -> bool:
    """'By Jane Roe, Ann Sample and John Doe': a line of nothing but names after the word."""
    if not marked.people or len(marked.text) > LONGEST_LINE:
        return False
    if marked.text[: marked.people[0].start].strip(" :").lower() not in words.words("byline"):
        return False
    ends = [*(name.start for name in marked.people[1:]), len(marked.text)]
    gaps = (marked.text[name.end : end] for name, end in zip(marked.people, ends, strict=True))
    return all(_JOINED.fullmatch(gap) for gap in gaps)
