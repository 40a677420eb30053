"""What a report tells first and without a date has just happened: it is dated by the day of publication."""

from dataclasses import replace
from datetime import timedelta

from tocsin.language.times_ago import interval
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.incidents import Incident, incident_types

JUST_NOW = timedelta(days=30)
LEAD = 3  # sentences after the headline that tell the news
# What goes on for long, or is told of a custom or a law, is no news of a day.
LASTING = frozenset(
    {"execution", "media_ban", "emergency_declared", "union_not_recognised", "siege_blockade", "threat"}
)
FAMILIES = frozenset(
    {"arrest", "disappearance", "killing", "violence", "release", "law", "protest", "strike", "hunger_strike", "labour"}
)  # fmt: skip


def dated_as_news(incidents: tuple[Incident, ...], material: Material) -> tuple[Incident, ...]:
    """Only where the day of publication is known and nothing beside the event speaks of another time."""
    day = material.anchor.day
    if day is None or material.anchor.precision != "day":
        return incidents
    lead = _lead(material)
    edtf = interval(day - JUST_NOW, day)
    return tuple(
        replace(one, date=edtf, rule=f"{one.rule}; date: told as news on the day of publication")
        if one.date is None and not one.planned and _is_news(one, lead, material)
        else one
        for one in incidents
    )


def _lead(material: Material) -> list[Marked]:
    """The headline and the first sentences of the story."""
    told = [m for m in material.marked if m.section in (Section.LEAD, Section.NARRATIVE)]
    return [*(m for m in material.marked if m.section is Section.HEADLINE), *told[:LEAD]]


def _is_news(incident: Incident, lead: list[Marked], material: Material) -> bool:
    """It stands in the lead, whose sentence speaks of no other day, no plan and no lasting state."""
    first, words = incident.spans[0], material.words
    home = next((m for m in lead if m.sentence.span.holds(first)), None)
    if home is None or home.dates or home.planned or home.ahead:
        return False
    is_told = incident.type not in LASTING and incident_types()[incident.type].family in FAMILIES
    is_state = words.cues("of_a_state").first(material.document.text[first.start : first.end]) is not None
    is_of_another_time = any(
        words.cues(part).first(home.text) for part in ("other_times", "unreckoned_times")
    )
    return is_told and not is_state and not is_of_another_time
