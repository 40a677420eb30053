"""Incidents as lines."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tocsin.cases.view import IncidentView, Value
from tocsin.terms.incidents import incident_types

from .counts import counts_of
from .dating import Dating, dating
from .entry import Entry, EntryKind
from .named_people import NamedPeople
from .places import place_of
from .telling import Telling, all_values

LANE = "incidents"


def incident_entry(incident: IncidentView, telling: Telling, named: NamedPeople) -> Entry:
    known = incident_types().get(incident.type)
    family = known.family if known else "other"
    affected, actors = incident.text("affected"), incident.text("actors")
    values = all_values(incident)
    return Entry(
        key=f"incident-{incident.pk}",
        kind=EntryKind.INCIDENT,
        lane=LANE,
        what=incident.type,
        dating=dating_of(incident),
        title=capfirst(incident.label),
        text=_who_and_whom(affected, actors),
        who=", ".join(dict.fromkeys(v.asserted_by for v in values if v.asserted_by)),
        place=place_of(incident),
        people=named.spoken_of(affected, actors),
        counts=counts_of(incident, family, telling),
        remarks=_remarks(incident, telling),
        sources=telling.sources(*values),
        quotes=telling.quotes(*incident.all("type")),
    )


def dating_of(incident: IncidentView) -> Dating:
    return dating(str(incident.date))


def _who_and_whom(affected: str, actors: str) -> str:
    whom = [_("Affected: %(who)s.") % {"who": affected}] if affected else []
    by = [_("Done by: %(who)s.") % {"who": actors}] if actors else []
    return " ".join((*whom, *by))


def _remarks(incident: IncidentView, telling: Telling) -> tuple[str, ...]:
    planned = (_("announced"),) if incident.raw("planned") else ()
    said = tuple(
        f"{value.asserted_by}: {remark}" if value.asserted_by else remark
        for value in incident.all("type")
        for remark in telling.remarks(value)
    )
    other = (*_others("date", incident), *_others("place", incident), *_others("type", incident))
    return (*planned, *said, *other)


def _others(predicate: str, incident: IncidentView) -> tuple[str, ...]:
    """What other sources say of the same: it stands beside what the line says."""
    first, *others = incident.all(predicate) or (None,)
    differing = [value for value in others if isinstance(value, Value) and first and value.text != first.text]
    return tuple(dict.fromkeys(_other(value) for value in differing))


def _other(value: Value) -> str:
    who = value.asserted_by or ", ".join(dict.fromkeys(s.publisher or s.label for s in value.sources))
    return _("elsewhere: %(value)s (%(who)s)") % {"value": value.text, "who": who} if who else value.text
