"""One page of what was found, as a page shows it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
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
# Once for each case of hers that holds the report.
_ENTRIES = """SELECT entry.id, entry.kind, entry.title, coalesce(report.text, entry.said), entry.country, entry.language,
 entry.first_day, entry.last_day, report.public_id, report.published, entry.report_id, entry.office_id,
 entry.subject_id, subject.kind, case_of.slug, case_of.title
FROM cases_searchentry entry
LEFT JOIN reports_report report ON report.id = entry.report_id
LEFT JOIN cases_subject subject ON subject.id = entry.subject_id
LEFT JOIN cases_case_reports held ON held.report_id = entry.report_id AND +held.case_id IN (SELECT id FROM hers)
LEFT JOIN cases_case case_of ON case_of.id = CASE WHEN entry.report_id IS NULL THEN entry.case_id ELSE held.case_id END
WHERE entry.id IN"""


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
    stored = _entries(keys, member) if keys else {}
    names, words = Marker(query, is_name=True), Marker(query)
    return [
        _result(found, names if found[0].kind in _OF_NAMES else words)
        for key in keys
        if (found := stored.get(key))
    ]


def _entries(keys: Sequence[int], member: Member) -> dict[int, list[Shown]]:
    """By key; of a report once for each of her cases that holds it."""
    on = hers(member)
    statement = f"WITH hers(id) AS ({on.where[0]}) {_ENTRIES} {_as_many_as(keys)} ORDER BY held.id"
    stored: dict[int, list[Shown]] = defaultdict(list)
    for row in _rows(statement, [*on.params, *keys]):
        entry = Shown._make(row)
        # SQLite keeps the address of a report as text.
        stored[entry.key].append(entry._replace(report=UUID(str(entry.report))) if entry.report else entry)
    return stored


def _as_many_as(keys: Sequence[int]) -> str:
    return f"({', '.join(['%s'] * len(keys))})"


def _rows(statement: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())


def _result(told: Sequence[Shown], marker: Marker) -> Result:
    entry = told[0]
    return Result(entry, marker.marked(entry.title), marker.snippet(entry.said), tuple(_cases(told)))


def _cases(told: Sequence[Shown]) -> Iterator[OfCase]:
    """Of what is found; a case itself needs none."""
    for entry in told:
        if entry.case and entry.kind != SearchKind.CASE:
            yield OfCase(entry.case, entry.case_title or "")
