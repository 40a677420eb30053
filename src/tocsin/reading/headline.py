"""The headline."""

import re

from tocsin.reading.document import Document
from tocsin.reading.sections import Section
from tocsin.terms.span import Span
from tocsin.terms.statements import Passage

_MARKS = re.compile(r"^(?:[\s#*_>]+|(?:Subject|Тема|Betreff|Objet|Asunto|Assunto|Oggetto|主题)\s?[:：]\s*)+")


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
