"""Who has signed: the names below 'Yours sincerely' or 'Signed by', each at the beginning of its line."""

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
        if left:
            left -= 1
            yield from ((index, name.start) for name in marked.people)


def _closes(marked: Marked, words: Lexicon) -> bool:
    """A short line that begins so."""
    if len(marked.text) > LONGEST_CLOSE:
        return False
    return any(hit.start <= NEAR for hit in speech_of(marked.text, words).cues("signed").find(marked.text))
