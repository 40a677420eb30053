"""A first story of an action, from what its case may show."""

from tocsin.cases.view import CaseView, IncidentView

MOST = 6  # more would not be read on a phone


def drafted_story(view: CaseView) -> str:
    """The case's own wording, else a line for each incident that may be shown, oldest first."""
    return view.assessment or "\n".join(incident_line(i) for i in view.incidents[:MOST])


def incident_line(incident: IncidentView) -> str:
    """'5 June 2011, Aktau: mass arrest (hundreds).'"""
    where = ", ".join(part for part in (incident.date_words, incident.text("place")) if part)
    label = incident.label[:1].lower() + incident.label[1:] if where else incident.label
    count = (incident.raw("count") or {}).get("text", "")
    told = f"{label} ({count})." if count else f"{label}."
    return f"{where}: {told}" if where else told
