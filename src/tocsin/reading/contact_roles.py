"""What a text wants with an address: protest to it, copy it, send it solidarity, ask it, write to a prisoner."""

from dataclasses import dataclass

from tocsin.reading.contact_marks import Marks
from tocsin.reading.contact_page import Page
from tocsin.reading.contact_words import ContactWords

SPECIFIC = ("copy_to", "prisoner", "solidarity_to", "organiser", "target", "outside", "direct", "letter")
AUTHORITIES = frozenset(
    [
        "embassy",
        "consulate",
        "permanent_mission",
        "head_of_state",
        "head_of_government",
        "ministry",
        "prosecutor",
        "police",
        "court",
        "prison",
        "local_authority",
        "parliament",
        "other",
        "company",
    ]
)


@dataclass(frozen=True)
class Cue:
    """`role` is a role of the draft schema, or outside, direct, letter, which become one by what follows."""

    role: str
    start: int
    end: int


def find_cues(page: Page, marks: Marks, words: ContactWords) -> list[Cue]:
    """Cues in order; where two overlap the more telling one stays."""
    text = _one_paragraph_at_a_time(page, marks.blotted)
    hits = [
        Cue(h.code, h.start, h.end) for lexicon in words.lexicons for h in lexicon.cues("roles").find(text)
    ]
    kept: list[Cue] = []
    for cue in sorted(hits, key=lambda c: (SPECIFIC.index(c.role), c.start, -c.end)):
        if not any(cue.start < k.end and k.start < cue.end for k in kept):
            kept.append(cue)
    return sorted(kept, key=lambda c: c.start)


def _one_paragraph_at_a_time(page: Page, text: str) -> str:
    """Line feeds that end a paragraph become a sign over which no cue reaches."""
    letters = list(text)
    for index in range(len(page.lines) - 1):
        if not page.is_wrapped(index):
            for position in range(page.end_of(index), page.starts[index + 1]):
                letters[position] = ";"
    return "".join(letters)
