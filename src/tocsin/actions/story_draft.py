"""A first story of an action, from what its case may show."""

from collections.abc import Sequence

from tocsin.cases.mask import withheld
from tocsin.cases.view import CaseView, GroupView, IncidentView, PersonView
from tocsin.terms.incidents import incident_types

MOST_PEOPLE, MOST_INCIDENTS = 3, 5  # more would not be read on a phone

# Families of `incident-types.csv`, the gravest first; what is not listed here does not tell a story.
GRAVEST_FIRST = [
    "killing",
    "disappearance",
    "torture",
    "violence",
    "arrest",
    "dispersal",
    "threat",
    "press",
    "coercion",
    "denial",
    "health",
    "siege",
    "law",
    "removal",
    "hunger_strike",
    "labour",
    "release",
    "strike",
    "protest",
]


def drafted_story(view: CaseView) -> str:
    """The case's own wording, else a line for each person, group and grave incident that may be shown."""
    if view.assessment:
        return view.assessment
    lines = [person_line(p) for p in view.people if p.text("status") and not p.is_withheld][:MOST_PEOPLE]
    lines += [group_line(g) for g in view.groups if g.text("status")][:MOST_PEOPLE]
    lines += [incident_line(i) for i in gravest(view.incidents)]
    return "\n".join(dict.fromkeys(lines))


def gravest(incidents: Sequence[IncidentView]) -> list[IncidentView]:
    """The gravest of what has happened, in the order of the case.

    What was only planned is left out, and so is what nobody says when, where or to how many it was done.
    """
    told = [i for i in incidents if _is_told(i) and _family(i) in GRAVEST_FIRST]
    chosen = sorted(told, key=lambda i: GRAVEST_FIRST.index(_family(i)))[:MOST_INCIDENTS]
    return [i for i in told if i in chosen]


def _is_told(incident: IncidentView) -> bool:
    says = incident.raw("date") or incident.raw("place") or _count(incident)
    return bool(says) and not incident.raw("planned")


def _family(incident: IncidentView) -> str:
    known = incident_types().get(incident.type)
    return known.family if known else ""


def person_line(person: PersonView) -> str:
    """'Lina Marwede, lawyer: missing; disturbing trade.'"""
    who = ", ".join(part for part in (person.name, person.text("role")) if part)
    return f"{who}: {'; '.join(part for part in (person.text('status'), person.text('charge')) if part)}."


def group_line(group: GroupView) -> str:
    """'Dockers (nine): injured.'"""
    who = _counted(group.label, group)
    return f"{who[:1].upper()}{who[1:]}: {group.text('status')}."


def incident_line(incident: IncidentView) -> str:
    """'5 June 2011, Aktau: mass arrest (hundreds).'"""
    where = ", ".join(part for part in (incident.date_words, incident.text("place")) if part)
    label = incident.label[:1].lower() + incident.label[1:] if where else incident.label
    told = f"{_counted(label, incident)}."
    return f"{where}: {told}" if where else told


def _counted(label: str, seen: GroupView | IncidentView) -> str:
    """With the count, where the label does not hold it already."""
    count = _count(seen)
    return f"{label} ({count})" if count and count.casefold() not in label.casefold() else label


def _count(seen: GroupView | IncidentView) -> str:
    """In the report's own words, unless these name somebody."""
    count = str((seen.raw("count") or {}).get("text", ""))
    return "" if withheld() in count else count
