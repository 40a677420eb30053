"""What a case worker follows up: words that were not free, and where proof may lie (`leads` in the language data)."""

from collections.abc import Iterator

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.draft import Warning
from tocsin.terms.incidents import Incident
from tocsin.terms.span import Span

MOST_SPANS = 20
NEAR = 80  # letters between an avowal and the word that tells of custody or pressure
OBJECT = 12  # letters in which what was refused follows: 'refused to sign the confession'
SKIPPED = frozenset({Section.CONTACTS, Section.COPIES, Section.DEMANDS})
MESSAGES = {
    "said_in_custody": "Spoken or signed in custody or under pressure; do not repeat it as the person's own free word.",
    "evidence_lead": "Proof may exist: pictures, recordings, medical papers or witnesses; ask who keeps them.",
}


def leads(material: Material, incidents: tuple[Incident, ...]) -> Iterator[Warning]:
    told = [marked for marked in material.marked if marked.section not in SKIPPED]
    forced = {span for one in incidents if one.type == "forced_statement" for span in one.spans}
    found = {
        "said_in_custody": forced.union(*(_said_in_custody(marked, material.words) for marked in told)),
        "evidence_lead": {span for marked in told for span in _evidence(marked, material.words)},
    }
    for code, spans in found.items():
        if spans:
            yield Warning(code, MESSAGES[code], tuple(_widest(spans))[:MOST_SPANS])


def _said_in_custody(marked: Marked, words: Lexicon) -> Iterator[Span]:
    """'She confessed under torture', 'signed a pledge at the police station'; not 'she refused to sign'."""
    hits = words.cues("leads").find(marked.text)
    kept_back = [hit for hit in hits if hit.code == "withheld"]
    around = [hit for hit in hits if hit.code in ("held_then", "pressed")]
    for hit in hits:
        is_given = hit.code == "avowal" and all(_apart(hit, one) > OBJECT for one in kept_back)
        if is_given and any(_apart(hit, one) <= NEAR for one in around):
            yield marked.span(hit.start, hit.end)


def _apart(a: Hit, b: Hit) -> int:
    """Letters between them, 0 where they meet."""
    return max(a.start - b.end, b.start - a.end, 0)


def _evidence(marked: Marked, words: Lexicon) -> Iterator[Span]:
    for hit in words.cues("leads").find(marked.text):
        if hit.code == "evidence":
            yield marked.span(hit.start, hit.end)


def _widest(spans: set[Span]) -> Iterator[Span]:
    """In the order of the text, each place once."""
    end = -1
    for span in sorted(spans, key=lambda one: (one.start, -one.end)):
        if span.start >= end:
            yield span
            end = span.end
