"""Different counts of the dead or hurt for one day and place."""

from collections.abc import Iterator
from itertools import combinations

from tocsin.reading.merging import TOLLS, are_apart
from tocsin.terms.draft import Warning
from tocsin.terms.incidents import Incident


def conflicting_tolls(incidents: tuple[Incident, ...]) -> Iterator[Warning]:
    tolls = [incident for incident in incidents if incident.type in TOLLS and incident.count]
    spans = {
        span
        for a, b in combinations(tolls, 2)
        if _differ(a, b)
        for incident in (a, b)
        for span in incident.spans
    }
    if spans:
        message = "Different tolls are told for what may be one event: keep them side by side, each with who says it."
        yield Warning("conflicting_toll", message, tuple(sorted(spans)))


def _differ(a: Incident, b: Incident) -> bool:
    """Told of one day (or no day), one place (or no place), and the ranges of the counts do not meet."""
    if a.type != b.type or a.date != b.date or not a.count or not b.count:
        return False
    places = {incident.place.name for incident in (a, b) if incident.place}
    return len(places) < 2 and are_apart(a.count, b.count)
