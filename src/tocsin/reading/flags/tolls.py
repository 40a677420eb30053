"""Different counts of the dead or hurt for one day and place."""

from collections.abc import Iterator
from itertools import combinations, groupby, islice

from tocsin.reading.merging import TOLLS, are_apart
from tocsin.terms.draft import Warning
from tocsin.terms.incidents import Incident

MOST = 100  # of one day; a longer chronicle is not compared toll by toll


def conflicting_tolls(incidents: tuple[Incident, ...]) -> Iterator[Warning]:
    of_a_day = groupby(sorted((i for i in incidents if i.type in TOLLS and i.count), key=_day), key=_day)
    spans = {
        span
        for _, tolls in of_a_day
        for a, b in combinations(islice(tolls, MOST), 2)
        if _differ(a, b)
        for incident in (a, b)
        for span in incident.spans
    }
    if spans:
        message = "Different tolls are told for what may be one event: keep them side by side, each with who says it."
        yield Warning("conflicting_toll", message, tuple(sorted(spans)))


def _day(incident: Incident) -> tuple[str, str]:
    return incident.type, incident.date or ""


def _differ(a: Incident, b: Incident) -> bool:
    """Told of one day (or no day), one place (or no place), and the ranges of the counts do not meet."""
    if a.type != b.type or a.date != b.date or not a.count or not b.count:
        return False
    places = {incident.place.name for incident in (a, b) if incident.place}
    return len(places) < 2 and are_apart(a.count, b.count)
