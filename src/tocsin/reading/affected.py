"""Whom an event befell."""

import re
from bisect import bisect_left
from collections.abc import Mapping

from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked, Material
from tocsin.terms.incidents import incident_types
from tocsin.terms.people import Person
from tocsin.terms.span import Span

HARM = frozenset(
    {
        "arrest", "disappearance", "violence", "torture", "killing", "threat", "press", "coercion", "denial",
        "health", "release", "removal", "labour", "law",
    }
)  # fmt: skip
NEAR, KIN = 120, 40  # letters to an event, letters before a name
_PARTED = re.compile(r";|\s[–—-]\s")


class Cast:
    """The people at risk by the places of their names."""

    def __init__(self, people: tuple[Person, ...]) -> None:
        self.order = {person.name: number for number, person in enumerate(people)}
        self._places = sorted((span, person.name) for person in people for span in person.spans)

    def within(self, area: Span) -> list[tuple[Span, str]]:
        """The names that stand in a stretch of the text, in its order."""
        low = bisect_left(self._places, (Span(area.start, 0), ""))
        high = bisect_left(self._places, (Span(area.end, 0), ""))
        return [(span, name) for span, name in self._places[low:high] if span.end <= area.end]


def whom(
    marked: Marked,
    hit: Hit,
    cast: Cast,
    spoken_of: Mapping[Span, frozenset[str]],
    material: Material,
) -> tuple[str, ...]:
    """The people at risk named near the trigger, and those its pronouns stand for."""
    found = {*_meant(marked, hit, cast, spoken_of), *_affected(marked, hit, cast, material)}
    return tuple(sorted(found, key=cast.order.__getitem__))


def _affected(marked: Marked, hit: Hit, cast: Cast, material: Material) -> tuple[str, ...]:
    """People named near the trigger, with nobody else between."""
    event = marked.span(hit.start, hit.end)
    near = Span(
        max(marked.sentence.span.start, event.start - NEAR), min(marked.sentence.span.end, event.end + NEAR)
    )
    return tuple(
        name
        for span, name in cast.within(near)
        if not _is_of_others(marked, event, span, material) and not _is_for_kin(span, material)
    )


def _is_for_kin(name: Span, material: Material) -> bool:
    """'John Roe, son of the late Peter Roe', 'the lawyer of Jane Roe': it befell somebody close to them."""
    before = material.document.text[max(0, name.start - KIN) : name.start]
    return any(not before[hit.end :].strip() for hit in material.words.cues("kin_of").find(before))


def _is_of_others(marked: Marked, event: Span, name: Span, material: Material) -> bool:
    """'the release of Jane Roe and the reinstatement of all workers who were sacked'."""
    text = material.document.text[min(name.end, event.end) : max(event.start, name.start)]
    if _PARTED.search(text) or name.end > event.start:
        return _PARTED.search(text) is not None
    return material.words.cues("other_people").first(text) is not None


def _meant(marked: Marked, hit: Hit, cast: Cast, spoken_of: Mapping[Span, frozenset[str]]) -> tuple[str, ...]:
    """Whom 'she' or 'both' stand for, where something is done to them."""
    names = spoken_of.get(marked.sentence.span, frozenset())
    if incident_types()[hit.code].family not in HARM or (marked.counts and not marked.people):
        return ()
    here = {name for _, name in cast.within(marked.sentence.span)}
    return tuple(name for name in names if name in cast.order and (len(names) > 1 or name not in here))
