"""What happened, or is to happen: trigger phrases, read for whether they report an event."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tocsin.language.phrases import Hit
from tocsin.reading.actors import actors_before, actors_count, actors_in
from tocsin.reading.affected import Cast, whom
from tocsin.reading.asides import without_asides
from tocsin.reading.crowds import crowds_of
from tocsin.reading.how_many import PROTEST, Around, how_many
from tocsin.reading.incident_places import place_of
from tocsin.reading.marks import Marked, Material
from tocsin.reading.merging import merged
from tocsin.reading.news import dated_as_news
from tocsin.reading.sections import Section
from tocsin.reading.tellers import claimed, said_by
from tocsin.reading.triggers import triggers_in
from tocsin.reading.whens import When, apiece, dates_of
from tocsin.terms.calls import Ask
from tocsin.terms.incidents import Incident, incident_types
from tocsin.terms.people import Person
from tocsin.terms.span import FieldSpans, Span
from tocsin.terms.statements import Statement

SKIPPED = frozenset({Section.CONTACTS, Section.COPIES, Section.DEMANDS})
# 'Lift the siege', 'drop the charges', 'free those who were arrested'
PRESUPPOSED = frozenset(
    {
        "siege_blockade",
        "emergency_declared",
        "charge_brought",
        "arrest",
        "mass_arrest",
        "dismissal",
        "enforced_disappearance",
    }
)
NOT_BEFOREHAND = frozenset(
    {"killing", "violence", "torture", "disappearance", "arrest", "press", "denial", "health", "release"}
)
BACKGROUND_FAMILIES = frozenset({"law", "threat", "statement"})


@dataclass(frozen=True)
class Sighting:
    """One trigger in one sentence."""

    marked: Marked
    hit: Hit
    when: When | None
    around: Around
    before: Marked | None


def find_incidents(
    material: Material,
    people: tuple[Person, ...],
    spoken_of: Mapping[Span, frozenset[str]],
    asks: tuple[Ask, ...],
    statements: tuple[Statement, ...],
) -> tuple[Incident, ...]:
    """Mentions of one event are one incident with several spans.

    `spoken_of` tells for a sentence's span whom its pronouns stand for; what readers are asked to do has not happened.
    """
    asked = {span for ask in asks if ask.kind == "picket" for span in ask.spans}
    whens, crowds, cast = dates_of(material), crowds_of(material), Cast(people)
    sightings = [
        Sighting(marked, hit, when, Around(after, crowds[index]), before)
        for index, (before, marked, after) in enumerate(_with_neighbours(material.marked))
        for hit in triggers_in(marked, material.words)
        if marked.section not in SKIPPED or (marked.section is Section.DEMANDS and hit.code in PRESUPPOSED)
        for when in apiece(marked, hit, whens[index], material.words)
    ]
    told = {statement.gist.spans[0]: statement for statement in statements}
    once = merged(
        [
            (
                claimed(_incident(s, material, cast, spoken_of), s.marked, s.hit, told, material.words),
                _is_reference(s, material),
            )
            for s in sightings
            if not _is_history(s)
            and not _is_only_meant(s, material)
            and not (s.hit.code == "picket" and s.marked.sentence.span in asked)
        ]
    )
    return without_asides(dated_as_news(once, material), material)


def _with_neighbours(told: tuple[Marked, ...]) -> Iterator[tuple[Marked | None, Marked, Marked | None]]:
    yield from zip((None, *told), told, (*told[1:], None), strict=False)


def _is_reference(sighting: Sighting, material: Material) -> bool:
    """'the strike', 'their arrest': an event told of elsewhere, unless its date stands beside it; 'striking miners'."""
    words = material.words
    text = sighting.marked.text
    if words.cues("of_a_state").first(text[sighting.hit.start : sighting.hit.end]):
        return True
    if sighting.when is not None and sighting.when.is_own:
        return False
    before = text[: sighting.hit.start].split()[-1:]
    own = text[sighting.hit.start : sighting.hit.end].split()
    determiners = words.words("determiners")
    return (bool(before) and before[0].lower() in determiners) or (
        len(own) > 1 and own[0].lower() in determiners
    )


def _is_history(sighting: Sighting) -> bool:
    """Undated law and threats told as background."""
    family = incident_types()[sighting.hit.code].family
    return (
        sighting.marked.section is Section.BACKGROUND and not sighting.when and family in BACKGROUND_FAMILIES
    )


def _is_only_meant(sighting: Sighting, material: Material) -> bool:
    """'six people whom they intend to murder': a plan to do harm is no event; a march that is planned is one."""
    family = incident_types()[sighting.hit.code].family
    return (
        family in NOT_BEFOREHAND
        and sighting.hit.code != "execution"
        and _is_planned(sighting.marked, sighting.hit, material)
    )


def _is_planned(marked: Marked, hit: Hit, material: Material) -> bool:
    return marked.planned and _comes_after_plan(marked, hit, material)


def _incident(
    sighting: Sighting,
    material: Material,
    people: Cast,
    spoken_of: Mapping[Span, frozenset[str]],
) -> Incident:
    marked, hit, words = sighting.marked, sighting.hit, material.words
    family = incident_types()[hit.code].family
    place = place_of(marked, hit, material)
    affected = whom(marked, hit, people, spoken_of, material)
    count, note = how_many(marked, hit, affected, sighting.around, people, words)
    actors = () if family in PROTEST else actors_in(marked, hit, words)
    speaker = said_by(marked, words)
    force = None if actors or family in PROTEST else actors_before(marked, sighting.before, words)
    fields: FieldSpans = {}
    for key, span in (
        ("place", place and place[1]),
        ("count", count and count[1]),
        ("said_by", speaker and speaker[1]),
        ("actors", force and force[2]),
    ):
        if span:
            fields[key] = (span,)
    if sighting.when and sighting.when.span:
        fields["date"] = (sighting.when.span,)
    low = count[0].low if count else 0
    return Incident(
        type="mass_arrest" if hit.code == "arrest" and low >= 3 else hit.code,
        date=sighting.when.edtf if sighting.when else None,
        place=place[0] if place else None,
        count=count[0] if count else None,
        spans=(marked.span(hit.start, hit.end),),
        actors=(force[0],) if force else actors,
        affected=affected,
        planned=_is_planned(marked, hit, material),
        said_by=speaker[0] if speaker else None,
        actors_count=force[1] if force else actors_count(marked, words) if actors else None,
        field_spans=fields,
        confidence=_confidence(sighting),
        rule=f"{hit.code}: trigger" + (f"; date {sighting.when.rule}" if sighting.when else "") + note,
    )


def _comes_after_plan(marked: Marked, hit: Hit, material: Material) -> bool:
    """The plan's words stand before the event's, without a full clause between."""
    plan = material.words.cues("planned").first(marked.text)
    return (
        plan is not None
        and plan.start <= hit.end
        and not re.search(r"[;:]", marked.text[plan.end : hit.start])
    )


def _confidence(sighting: Sighting) -> float:
    value = 0.6 + 0.1 * bool(sighting.when and sighting.when.is_own) + 0.1 * bool(sighting.marked.counts)
    return round(value - 0.2 * (sighting.marked.section is Section.BACKGROUND), 2)
