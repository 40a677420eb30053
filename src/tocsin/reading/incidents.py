"""What happened, or is to happen: trigger phrases, read for whether they report an event."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.language.phrases import Hit
from tocsin.reading.happened import is_reported
from tocsin.reading.marks import Marked, Material
from tocsin.reading.merging import merged
from tocsin.reading.sections import Section
from tocsin.reading.slots import Counted, actors_count, actors_in, count_for, crowds_of, place_of, said_by
from tocsin.reading.whens import When, apiece, dates_of
from tocsin.terms.count import Count
from tocsin.terms.incidents import Incident, incident_types
from tocsin.terms.people import Person
from tocsin.terms.span import FieldSpans, Span

SKIPPED = frozenset({Section.CONTACTS, Section.COPIES, Section.DEMANDS})
PRESUPPOSED = frozenset({"siege_blockade", "emergency_declared"})  # 'the lifting of the siege'
HARM = frozenset(
    [
        "arrest",
        "disappearance",
        "violence",
        "torture",
        "killing",
        "threat",
        "press",
        "coercion",
        "denial",
        "health",
        "release",
        "removal",
        "labour",
        "law",
    ]
)
NEAR = 120
STRONGER = {
    "arrest": ("mass_arrest", "incommunicado_detention", "deportation"),
    "beating": ("beating_at_protest", "attack_on_press", "killing", "dispersal", "torture"),
    "killing": ("killing_at_protest", "death_in_custody"),
    "march_rally": ("picket", "sit_down_protest", "day_of_action", "protest_camp"),
    "strike": ("hunger_strike", "symbolic_stoppage", "day_of_action"),
    "attack_on_press": ("arrest",),
    "charge_brought": ("sentence", "acquittal"),
    "hospitalisation": ("medical_care_denied",),
    "injury": ("killing", "beating_at_protest"),
    "dispersal": ("assembly_blocked",),
    "trial_hearing": ("sentence",),
    "release": ("court_ruling",),
}


@dataclass(frozen=True)
class Sighting:
    """One trigger in one sentence."""

    marked: Marked
    hit: Hit
    when: When | None
    crowd: Counted | None


def find_incidents(material: Material, people: tuple[Person, ...]) -> tuple[Incident, ...]:
    """Mentions of one event are one incident with several spans."""
    whens, crowds = dates_of(material), crowds_of(material)
    sightings = [
        Sighting(marked, hit, when, crowds[index])
        for index, marked in enumerate(material.marked)
        for hit in _hits(marked, material)
        if marked.section not in SKIPPED or (marked.section is Section.DEMANDS and hit.code in PRESUPPOSED)
        for when in apiece(marked, hit, whens[index])
    ]
    return merged([_incident(sighting, material, people) for sighting in sightings])


def _hits(marked: Marked, material: Material) -> Iterator[Hit]:
    """The first hit of each type; a general type gives way to a particular one on the same words."""
    found: dict[str, Hit] = {}
    for hit in material.words.cues("incidents").find(marked.text):
        if any(d.start < hit.end <= d.end for d in marked.dates):
            continue  # 'held in March'
        if (hit.code not in found or hit.start < found[hit.code].start) and is_reported(
            marked, hit, material.words
        ):
            found[hit.code] = hit
    for code, hit in found.items():
        rivals = [found[other] for other in STRONGER.get(code, ()) if other in found]
        if not any(_touch(hit, rival) for rival in rivals):
            yield hit


def _touch(a: Hit, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _incident(sighting: Sighting, material: Material, people: tuple[Person, ...]) -> Incident:
    marked, hit, words = sighting.marked, sighting.hit, material.words
    place = place_of(marked, hit, material)
    affected = _affected(marked, hit, people)
    count = count_for(marked, hit, words)
    if count is None and incident_types()[hit.code].family in HARM:
        count = _of_the_named(marked, affected, people) or sighting.crowd
    actors = actors_in(marked, hit, words)
    speaker = said_by(marked, words)
    fields: FieldSpans = {}
    for key, span in (
        ("place", place and place[1]),
        ("count", count and count[1]),
        ("said_by", speaker and speaker[1]),
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
        actors=actors,
        affected=affected,
        planned=marked.planned and _comes_after_plan(marked, hit, material),
        said_by=speaker[0] if speaker else None,
        actors_count=actors_count(marked, words) if actors else None,
        field_spans=fields,
        confidence=_confidence(sighting),
        rule=f"{hit.code}: trigger" + (f"; date {sighting.when.rule}" if sighting.when else ""),
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


def _of_the_named(marked: Marked, affected: tuple[str, ...], people: tuple[Person, ...]) -> Counted | None:
    """Where only names are given, their number."""
    if not affected:
        return None
    named = [s for p in people if p.name in affected for s in p.spans if marked.sentence.span.holds(s)]
    return Count(len(affected), len(affected), ", ".join(affected)), min(named)


def _affected(marked: Marked, hit: Hit, people: tuple[Person, ...]) -> tuple[str, ...]:
    """People named near the trigger."""
    event = marked.span(hit.start, hit.end)
    near = Span(
        max(marked.sentence.span.start, event.start - NEAR), min(marked.sentence.span.end, event.end + NEAR)
    )
    return tuple(p.name for p in people if any(near.holds(span) for span in p.spans))
