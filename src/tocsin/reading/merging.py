"""Mentions of one event made one incident."""

from dataclasses import replace

from tocsin.terms.incidents import Incident

CARRIED = "carried over"


def merged(incidents: list[Incident]) -> tuple[Incident, ...]:
    """Same type, dates that can be one, no two different counts: one incident, in the order of first mention."""
    kept: list[Incident] = []
    for incident in incidents:
        index = next((i for i, other in enumerate(kept) if _is_one(other, incident)), None)
        if index is None:
            kept.append(incident)
        else:
            kept[index] = _join(kept[index], incident)
    return tuple(kept)


def _is_one(a: Incident, b: Incident) -> bool:
    if a.type != b.type or (a.planned != b.planned and a.date != b.date):
        return False
    if a.affected and b.affected and not set(a.affected) & set(b.affected):
        return False
    return dates_fit(a.date, b.date) or _is_carried(a) != _is_carried(b)


def _is_carried(incident: Incident) -> bool:
    """The date was not printed with the event, but came from an earlier sentence."""
    return CARRIED in incident.rule


def dates_fit(a: str | None, b: str | None) -> bool:
    """One is unknown, or the wider holds the sharper."""
    if a is None or b is None:
        return True
    short, long = sorted((a.rstrip("?~%"), b.rstrip("?~%")), key=len)
    return long.startswith(short)


def _join(a: Incident, b: Incident) -> Incident:
    dates = [one.date for one in (a, b) if not _is_carried(one)] or [a.date, b.date]
    sharper = max(dates, key=lambda date: len(date or "")) or a.date or b.date
    return replace(
        a,
        date=sharper,
        place=a.place or b.place,
        count=a.count or b.count,
        spans=tuple(dict.fromkeys((*a.spans, *b.spans))),
        actors=tuple(dict.fromkeys((*a.actors, *b.actors))),
        affected=tuple(dict.fromkeys((*a.affected, *b.affected))),
        planned=a.planned and b.planned,
        said_by=a.said_by or b.said_by,
        actors_count=a.actors_count or b.actors_count,
        field_spans={**b.field_spans, **a.field_spans},
        confidence=min(0.95, round(max(a.confidence, b.confidence) + 0.05, 2)),
        rule=a.rule if a.date == sharper else b.rule,
    )
