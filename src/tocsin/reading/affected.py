"""Whom an event befell, and how many they were where no number is given."""

import re
from bisect import bisect_left
from collections.abc import Mapping

from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked, Material
from tocsin.reading.slots import Counted
from tocsin.terms.count import Count
from tocsin.terms.incidents import incident_types
from tocsin.terms.people import Person
from tocsin.terms.span import Span

HARM = frozenset(
    {
        "arrest", "disappearance", "violence", "torture", "killing", "threat", "press", "coercion", "denial",
        "health", "release", "removal", "labour", "law",
    }
)  # fmt: skip
PERSONAL = (HARM | {"hunger_strike"}) - {"press", "coercion"}  # a house is raided, a newspaper banned
NEAR = 120
REACH, BESIDE = 45, 16  # letters before a trigger in which its subject, and its verb, stand
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


def headcount(
    marked: Marked, hit: Hit, affected: tuple[str, ...], cast: Cast, words: Lexicon
) -> Counted | None:
    """Where only names or pronouns are given, the number of people they stand for."""
    named = [span for span, name in cast.within(marked.sentence.span) if name in affected]
    if named:
        return Count(len(affected), len(affected), ", ".join(affected)), min(named)
    if not affected:
        return None
    pronoun = words.cues("one_person").first(marked.text) or hit
    return Count(len(affected), len(affected), ", ".join(affected)), marked.span(pronoun.start, pronoun.end)


def of_one(marked: Marked, hit: Hit, words: Lexicon) -> Counted | None:
    """'she was arrested', 'su detención', 'has been sacked': grammar says that it was one person."""
    if not is_personal(hit):
        return None
    start = max(0, hit.start - REACH)
    clause = marked.text[start : hit.end + 1]
    if words.cues("collectives").first(clause) or words.cues("plural_pronouns").first(clause):
        return None
    found = [cue for cue in words.cues("one_person").find(clause) if cue.end >= hit.start - start - BESIDE]
    if not found:
        return None
    cue = max(found, key=lambda one: one.end)
    said = clause[cue.start : cue.end]
    return Count(1, 1, said), marked.span(start + cue.start, start + cue.end)


def is_personal(hit: Hit) -> bool:
    """What befalls people one by one: no house is arrested."""
    return incident_types()[hit.code].family in PERSONAL


def of_the_only_one(marked: Marked, hit: Hit, cast: Cast, words: Lexicon) -> Counted | None:
    """A text about one person, in a sentence that speaks of no others."""
    several = words.cues("plural_pronouns").first(marked.text) or words.cues("some_of").first(marked.text)
    if len(cast.order) != 1 or several or not is_personal(hit) or marked.counts:
        return None
    return Count(1, 1, next(iter(cast.order))), marked.span(hit.start, hit.end)


def _affected(marked: Marked, hit: Hit, cast: Cast, material: Material) -> tuple[str, ...]:
    """People named near the trigger, with nobody else between."""
    event = marked.span(hit.start, hit.end)
    near = Span(
        max(marked.sentence.span.start, event.start - NEAR), min(marked.sentence.span.end, event.end + NEAR)
    )
    return tuple(name for span, name in cast.within(near) if not _is_of_others(marked, event, span, material))


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
