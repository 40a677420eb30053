"""The audit lines of a case: those that it brought along, then our own."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from tocsin.members.models import AuditEntry

from ...models import Case
from .tables import TABLES

_AT_ONCE = 500


def trail(case: Case, places: dict[str, dict[Any, int]]) -> Iterator[dict[str, Any]]:
    """One dict a line, oldest first. `row` is [table, place] of the record that the line is about."""
    for carried in case.carried_entries.iterator(chunk_size=_AT_ONCE):
        yield carried.entry
    for entry, row in sorted(_own(places), key=lambda pair: (pair[0].at, pair[0].pk)):
        yield _line(entry, row)


def _own(places: dict[str, dict[Any, int]]) -> Iterator[tuple[AuditEntry, list[Any]]]:
    named = iter(_names(places))
    while some := dict(islice(named, _AT_ONCE)):
        entries = AuditEntry.objects.filter(subject__in=some).select_related("member")
        for entry in entries.prefetch_related("revisions"):
            yield entry, some[entry.subject]


def _names(places: dict[str, dict[Any, int]]) -> Iterator[tuple[str, list[Any]]]:
    """Each record of the case as the trail names it, and where it stands in the pack."""
    for table in TABLES:
        for key, place in places[table.name].items():
            yield f"{table.model._meta.model_name} {key}", [table.name, place]


def _line(entry: AuditEntry, row: list[Any]) -> dict[str, Any]:
    return {
        "at": entry.at.isoformat(),
        "by": str(entry.member) if entry.member else "",
        "act": entry.act,
        "row": row,
        "detail": entry.detail,
        "hash": entry.hash,
        "changed": [{"before": r.before, "after": r.after} for r in entry.revisions.all()],
    }
