"""One page of what was found, as a page shows it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from tocsin.members.models import Member

from ..models import SearchKind
from .marked import Marker, Piece
from .query import Query
from .seen import hers

_OF_NAMES = (SearchKind.PERSON, SearchKind.OFFICE)
# Written in SQL, as what is searched (`seen.py`): to build it anew took longer than to ask it.
_ENTRIES = """SELECT entry.id, entry.kind, entry.title, coalesce(report.text, entry.said), entry.country, entry.language,
 entry.first_day, entry.last_day, report.public_id, report.published, entry.report_id, entry.office_id,
 entry.subject_id, subject.kind, case_of.slug, case_of.title
FROM cases_searchentry entry
LEFT JOIN reports_report report ON report.id = entry.report_id
LEFT JOIN cases_subject subject ON subject.id = entry.subject_id
LEFT JOIN cases_case case_of ON case_of.id = entry.case_id
WHERE entry.id IN"""
_CASES = """SELECT held.report_id, case_of.slug, case_of.title
FROM cases_case_reports held JOIN cases_case case_of ON case_of.id = held.case_id
WHERE +held.case_id IN (SELECT id FROM hers) AND held.report_id IN"""


class Shown(NamedTuple):
    """What a result shows of an entry; `said` is a report's text, `published` EDTF. None where it is no such thing."""

    key: int
    kind: str
    title: str
    said: str
    country: str
    language: str
    first_day: date | None
    last_day: date | None
    report: UUID | None
    published: str | None
    report_key: int | None
    office: int | None
    subject: int | None
    subject_kind: str | None
    case: str | None
    case_title: str | None


class OfCase(NamedTuple):
    slug: str
    title: str


@dataclass(frozen=True)
class Result:
    """`title` and `words` in pieces; `cases` are those that the member is on."""

    entry: Shown
    title: tuple[Piece, ...]
    words: tuple[Piece, ...]
    cases: tuple[OfCase, ...]


def results(keys: Sequence[int], query: Query, member: Member) -> list[Result]:
    """In the order of `keys`; what was sealed or withdrawn meanwhile is left out."""
    stored = {entry.key: entry for entry in _entries(keys)} if keys else {}
    reports = [entry.report_key for entry in stored.values() if entry.report_key]
    held = _cases(reports, member) if reports else {}
    names, words = Marker(query, is_name=True), Marker(query)
    return [
        _result(entry, names if entry.kind in _OF_NAMES else words, held)
        for key in keys
        if (entry := stored.get(key))
    ]


def _entries(keys: Sequence[int]) -> list[Shown]:
    rows = [Shown._make(row) for row in _rows(f"{_ENTRIES} {_as_many_as(keys)}", keys)]
    # SQLite keeps the address of a report as text.
    return [row._replace(report=UUID(str(row.report))) if row.report else row for row in rows]


def _cases(reports: Sequence[int], member: Member) -> dict[int, list[OfCase]]:
    """Of each report the cases that hold it, without those that she is not on."""
    on = hers(member)
    statement = f"WITH hers(id) AS ({on.where[0]}) {_CASES} {_as_many_as(reports)} ORDER BY held.id"
    held: dict[int, list[OfCase]] = defaultdict(list)
    for report, slug, title in _rows(statement, [*on.params, *reports]):
        held[report].append(OfCase(slug, title))
    return held


def _as_many_as(keys: Sequence[int]) -> str:
    return f"({', '.join(['%s'] * len(keys))})"


def _rows(statement: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def _result(entry: Shown, marker: Marker, held: dict[int, list[OfCase]]) -> Result:
    cases = tuple(held.get(entry.report_key, ())) if entry.report_key else _told_of(entry)
    return Result(entry, marker.marked(entry.title), marker.snippet(entry.said), cases)


def _told_of(entry: Shown) -> tuple[OfCase, ...]:
    """The case of a person or an incident; a case itself needs none."""
    if not entry.case or entry.kind == SearchKind.CASE:
        return ()
    return (OfCase(entry.case, entry.case_title or ""),)
