"""The headline, and the country where the events happen."""

import re
from collections import Counter

from tocsin.reading.document import Document, Sentence
from tocsin.reading.marks import Material
from tocsin.reading.sections import Section
from tocsin.terms.draft import EventCountry
from tocsin.terms.span import Span
from tocsin.terms.statements import Passage

WEIGHTS = {Section.HEADLINE: 6, Section.LEAD: 3, Section.CONTACTS: 0.25, Section.COPIES: 0.25}
_MARKS = re.compile(r"^(?:[\s#*_>]+|Subject:\s*)+")


def find_headline(document: Document) -> Passage | None:
    first = next((s for s in document.sentences if s.section is Section.HEADLINE), None)
    if first is None:
        return None
    lead = _MARKS.match(first.text)
    begin = lead.end() if lead and lead.end() < len(first.text) else 0
    line = [s for s in document.sentences if s.paragraph == first.paragraph and s.section is Section.HEADLINE]
    end = line[-1].span.end
    span = Span(first.at(begin, len(first.text)).start, end)
    return Passage(document.text[span.start : span.end], (span,))


def find_country(material: Material) -> EventCountry | None:
    """The country that the text speaks of most, its beginning weighing more than its address lists."""
    weights: Counter[str] = Counter()
    spans: dict[str, list[Span]] = {}
    for order, marked in enumerate(material.marked):
        for span, code in marked.countries:
            weight = WEIGHTS.get(marked.section, 1.0) + (2 if order < 4 else 0)
            if _is_a_visitor(marked.text, span, material):
                weight *= 0.3
            weights[code] += weight  # type: ignore[assignment]
            spans.setdefault(code, []).append(marked.span(span.start, span.end))
    if not weights:
        return None
    code = max(weights, key=lambda c: (weights[c], -spans[c][0].start))
    return EventCountry(code, tuple(spans[code][:12]))


def _is_a_visitor(text: str, span: Span, material: Material) -> bool:
    """'in Seoul, Korea', 'the Korean organisations': who protests elsewhere is not where it happens."""
    return material.words.cues("elsewhere").first(text[max(0, span.start - 25) : span.end + 30]) is not None


def sentence_count(sentences: tuple[Sentence, ...]) -> int:
    return len(sentences)
