"""A person at risk whose printed age is under eighteen (Convention on the Rights of the Child, article 1)."""

import re
from collections.abc import Iterator

from tocsin.reading.dossiers import Dossier
from tocsin.reading.marks import Material
from tocsin.terms.draft import Warning
from tocsin.terms.span import Span

OF_AGE, YOUNGEST_TOLD = 18, 2
_AGE = re.compile(
    r"\s?[,(（]\s?(?:aged\s)?(\d{1,2})\s?(?=[,)）;]|\s?岁|\s(?:years|años|ans|anos|anni|Jahre|лет|год))"
)


def minors(material: Material, dossiers: list[Dossier]) -> Iterator[Warning]:
    """'Name (16)', 'Name, 16, a pupil'."""
    text = material.document.text
    young = [_with_age(span, text) for dossier in dossiers for span in dossier.spans]
    spans = tuple(sorted({span for span in young if span}))
    if spans:
        yield Warning(
            "minor", "By the age printed here this person is a child: two people decide what is shown.", spans
        )


def _with_age(name: Span, text: str) -> Span | None:
    match = _AGE.match(text, name.end)
    if match and YOUNGEST_TOLD <= int(match[1]) < OF_AGE:
        return Span(name.start, match.end())
    return None
