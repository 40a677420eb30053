"""Finding: what a member may see of what fits her words, the likest first."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from tocsin.members.models import Member
from tocsin.reports.models import Report

from ..access import cases_of, reports_for
from ..models import Case, SearchEntry, SearchKind, Subject
from .query import Query
from .words import TABLE
from .words_table import words_table

MOST = 1_000  # so many are sorted and counted; of more the newest are shown, and one is asked to narrow down


@dataclass(frozen=True)
class Narrowed:
    """What else is asked for; empty for all. `country` is ISO alpha-2, `language` a code; days include both ends."""

    kind: str = ""
    country: str = ""
    language: str = ""
    since: date | None = None
    until: date | None = None
    case: Case | None = None


EVERYTHING = Narrowed()


@dataclass(frozen=True)
class Found:
    """Keys of entries, the likest first, and how many of each kind there are. `is_cut`: there are more than MOST."""

    keys: tuple[int, ...]
    counts: dict[str, int]
    is_cut: bool = False


def find(query: Query, member: Member, narrowed: Narrowed = EVERYTHING) -> Found:
    """All that fits every part of the query and that the member may see."""
    seen = _narrowed(seen_by(member), narrowed)
    rows = _rows(seen, query)
    if len(rows) > MOST:
        rows = _rows(seen.filter(kind=narrowed.kind), query) if narrowed.kind else rows
        return Found(tuple(key for key, _, _ in rows[:MOST]), {}, is_cut=True)
    counts = {kind.value: sum(row[1] == kind for row in rows) for kind in SearchKind}
    sorted_rows = sorted(rows, key=lambda row: row[2])
    return Found(tuple(r[0] for r in sorted_rows if narrowed.kind in ("", r[1])), counts)


def seen_by(member: Member) -> QuerySet[SearchEntry]:
    """Entries of her cases, of reports that she may read, and of all offices."""
    her_report = reports_for(member, Report.objects.filter(pk=OuterRef("report")).order_by())
    return SearchEntry.objects.filter(
        Q(kind=SearchKind.OFFICE)
        | Q(kind=SearchKind.REPORT) & Exists(her_report)
        | Q(case__in=cases_of(member).order_by().values("pk"))
    )


def _narrowed(entries: QuerySet[SearchEntry], by: Narrowed) -> QuerySet[SearchEntry]:
    """By all but the kind."""
    if by.country:
        entries = entries.filter(country=by.country)
    if by.language:
        entries = entries.filter(language=by.language)
    if by.since:
        entries = entries.filter(last_day__gte=by.since)
    if by.until:
        entries = entries.filter(first_day__lte=by.until)
    return entries.filter(_of_case(by.case)) if by.case else entries


def _of_case(case: Case) -> Q:
    its_offices = Subject.objects.filter(case=case, office__isnull=False).values("office")
    return Q(case=case) | Q(report__in=case.reports.order_by().values("pk")) | Q(office__in=its_offices)


def _rows(entries: QuerySet[SearchEntry], query: Query) -> list[tuple[int, str, float]]:
    """Key, kind and rank of the newest that fit, one more than are shown."""
    fits = words_table().matching(query)
    found = entries.extra(
        select={"rank": fits.rank},
        select_params=fits.rank_params,
        tables=[TABLE],
        where=list(fits.where),
        params=list(fits.params),
    )
    return list(found.order_by("-pk").values_list("pk", "kind", "rank")[: MOST + 1])
