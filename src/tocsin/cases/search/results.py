"""One page of what was found, as a page shows it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.members.models import Member
from tocsin.reports.models import Report

from ..models import Case, SearchEntry, SearchKind
from .marked import Marker, Piece
from .query import Query
from .seen import hers

_OF_NAMES = (SearchKind.PERSON, SearchKind.OFFICE)
# The columns that a result shows; the others of a report are long.
_SHOWN = (
    *("kind", "title", "said", "country", "language", "first_day", "last_day", "office"),
    *("report__public_id", "report__text", "report__published"),
    *("case__slug", "case__title", "subject__kind"),
)


@dataclass(frozen=True)
class Result:
    """`title` and `words` in pieces; `cases` are those that the member is on."""

    entry: SearchEntry
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    cases: tuple[Case, ...]


def results(keys: Sequence[int], query: Query, member: Member) -> list[Result]:
    """In the order of `keys`; what was sealed or withdrawn meanwhile is left out."""
    stored = SearchEntry.objects.select_related("report", "case", "subject").only(*_SHOWN).in_bulk(list(keys))
    reports = [entry.report_id for entry in stored.values() if entry.report_id]
    held = _cases(reports, member) if reports else {}
    names, words = Marker(query, is_name=True), Marker(query)
    return [
        _result(entry, names if entry.kind in _OF_NAMES else words, held)
        for key in keys
        if (entry := stored.get(key))
    ]


def _cases(reports: Sequence[int], member: Member) -> dict[int, list[Case]]:
    """Of each report the cases that hold it, without those that she is not on."""
    on = hers(member)
    statement = (
        *("WITH hers(id) AS (", on.where[0], ")"),
        "SELECT cases_case.id, cases_case.slug, cases_case.title, held.report_id AS of_report",
        "FROM cases_case_reports held JOIN cases_case ON cases_case.id = held.case_id",
        *("WHERE held.report_id IN (", ", ".join(["%s"] * len(reports)), ")"),
        "AND +held.case_id IN (SELECT id FROM hers) ORDER BY held.id",
    )
    held: dict[int, list[Case]] = defaultdict(list)
    for case in Case.objects.raw(" ".join(statement), [*on.params, *reports]):
        held[getattr(case, "of_report", 0)].append(case)
    return held


def _result(entry: SearchEntry, marker: Marker, held: dict[int, list[Case]]) -> Result:
    report: Report | None = entry.report
    cases = tuple(held.get(report.pk, ())) if report else _told_of(entry)
    text = report.text if report else entry.said
    return Result(entry, marker.marked(entry.title), marker.snippet(text), cases)


def _told_of(entry: SearchEntry) -> tuple[Case, ...]:
    """The case of a person or an incident; a case itself needs none."""
    return (entry.case,) if entry.case and entry.kind != SearchKind.CASE else ()
