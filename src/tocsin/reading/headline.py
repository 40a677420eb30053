"""The headline, and the country where the events happen."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from tocsin.language.gates import Gate
from tocsin.language.lexicon import Lexicon
from tocsin.language.places import city_country, is_big_city
from tocsin.reading.document import Document
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.draft import EventCountry
from tocsin.terms.span import Span
from tocsin.terms.statements import Passage

WEIGHTS = {Section.HEADLINE: 6, Section.LEAD: 3, Section.CONTACTS: 0.25, Section.COPIES: 0.25}
MOST_SPANS = 12
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
    weights: dict[str, float] = defaultdict(float)
    spans: dict[str, list[Span]] = {}
    for order, marked in enumerate(material.marked):
        for span, code in (*marked.countries, *_regions(marked, material)):
            weight = WEIGHTS.get(marked.section, 1.0) + (2 if order < 4 else 0)
            if _is_elsewhere(marked.text, span, material):
                weight *= 0.3
            weights[code] += weight
            spans.setdefault(code, []).append(marked.span(span.start, span.end))
    if not weights:
        return None
    code = max(weights, key=lambda c: (weights[c], -spans[c][0].start))
    return EventCountry(code, tuple(spans[code][:MOST_SPANS]))


def _regions(marked: Marked, material: Material) -> Iterator[tuple[Span, str]]:
    """States, provinces and bodies that tell a country: 'Texas', 'the FBI'."""
    table = material.words.table("regions")
    if _region_gate(material.words).opens(marked.text):
        for match in _region_pattern(material.words).finditer(marked.text):
            span = Span(*match.span())
            if not any(span.overlaps(other) for other, _ in marked.countries):
                yield span, table[match[0].lower()]
    for name in marked.names:
        span = Span(name.start, name.end)
        if is_big_city(name.text) and not any(span.overlaps(other) for other, _ in marked.countries):
            code = city_country(name.text)
            if code:
                yield span, code


@cache
def _region_gate(words: Lexicon) -> Gate:
    return Gate(words.table("regions"))


@cache
def _region_pattern(words: Lexicon) -> re.Pattern[str]:
    names = "|".join(re.escape(name) for name in sorted(words.table("regions"), key=len, reverse=True))
    return re.compile(rf"(?i)(?<!\w)(?:{names or '(?!)'})(?!\w)")


def _is_elsewhere(text: str, span: Span, material: Material) -> bool:
    """'in Seoul, Korea', 'the Korean organisations': who protests elsewhere is not where it happens."""
    return material.words.cues("elsewhere").first(text[max(0, span.start - 25) : span.end + 30]) is not None
