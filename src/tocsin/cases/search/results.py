"""One page of what was found, as a page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.members.models import Member
from tocsin.reports.models import Report

from ..access import cases_of
from ..models import Case, SearchEntry, SearchKind
from .marked import Piece, marked, snippet
from .query import Query


@dataclass(frozen=True)
class Result:
    """`title` and `words` in pieces; `cases` are those that the member is on."""

    entry: SearchEntry
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    cases: tuple[Case, ...]


def results(keys: Sequence[int], query: Query, member: Member) -> list[Result]:
    """In the order of `keys`; what was sealed or withdrawn meanwhile is left out."""
    entries = SearchEntry.objects.select_related("report", "case", "subject").defer(
        "report__original", "report__draft"
    )
    stored = entries.in_bulk(list(keys))
    hers = _cases(list(stored.values()), member)
    return [_result(stored[key], query, hers.get(key, ())) for key in keys if key in stored]


def _cases(entries: Sequence[SearchEntry], member: Member) -> dict[int, tuple[Case, ...]]:
    """Of each entry the case of which it is told, without those that she is not on."""
    held: dict[int, tuple[Case, ...]] = {
        e.pk: (e.case,) for e in entries if e.case and e.kind != SearchKind.CASE
    }
    reports = {entry.report_id: entry.pk for entry in entries if entry.report_id}
    rows = Case.reports.through.objects.filter(report__in=reports, case__in=cases_of(member)).select_related(
        "case"
    )
    for row in rows:
        key = reports[row.report_id]
        held[key] = (*held.get(key, ()), row.case)
    return held


def _result(entry: SearchEntry, query: Query, cases: tuple[Case, ...]) -> Result:
    report: Report | None = entry.report
    text = report.text if report else entry.said
    is_of_names = entry.kind in (SearchKind.PERSON, SearchKind.OFFICE)
    return Result(entry, marked(entry.title, query, is_of_names), snippet(text, query, is_of_names), cases)
