"""Which reports are one source: copies, translations and versions of one text lead back to the text they came from."""

from collections.abc import Iterable

from django.db.models import Q

from .models import Report


def source_root(report: Report) -> int:
    """The key of the report that this one came from in the end; its own where it stands alone."""
    return source_roots([report.pk])[report.pk]


def source_roots(reports: Iterable[int]) -> dict[int, int]:
    """For the key of each report that of its root. Two reports with one root are one source.

    Costs one query for each step of the longest chain, however many reports are asked about.
    """
    came_from = _came_from(set(reports))
    return {report: _root(report, came_from) for report in reports}


def count_sources(reports: Iterable[int]) -> int:
    """How many sources these reports are, repeats counted once."""
    return len(set(source_roots(set(reports)).values()))


def came_from_it(report: int) -> set[int]:
    """The report and all that repeat or revise it, directly or through others: their root changes with its own."""
    found: set[int] = set()
    asked = {report}
    while asked:
        found |= asked
        after = Report.objects.filter(Q(repeats__in=asked) | Q(revises__in=asked))
        asked = set(after.values_list("pk", flat=True)) - found
    return found


def _came_from(reports: set[int]) -> dict[int, int | None]:
    """Each of the reports, and all that they lead back to, with what it repeats or else revises."""
    known: dict[int, int | None] = {}
    asked = reports
    while asked:
        rows = Report.objects.filter(pk__in=asked).values_list("pk", "repeats_id", "revises_id")
        known |= {pk: repeats or revises for pk, repeats, revises in rows}
        asked = {before for before in known.values() if before is not None} - set(known)
    return known


def _root(report: int, came_from: dict[int, int | None]) -> int:
    """The first of a ring, should there be one: then each of its reports gives the same root."""
    seen = [report]
    while (before := came_from.get(seen[-1])) is not None:
        if before in seen:
            return min(seen[seen.index(before) :])
        seen.append(before)
    return seen[-1]
