"""A report as a row of the inbox: what it is, how far its review is, and which case it looks like."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q
from django.db.models.fields.json import KT
from django.utils.translation import gettext as _

from tocsin.cases.access import cases_of, reports_for
from tocsin.cases.match_case import Match, matches
from tocsin.cases.models import Case
from tocsin.members.models import Member
from tocsin.reports.models import Decision, Report, ReviewField
from tocsin.reports.queries import BULK, WAITING
from tocsin.reports.repeats.queries import count_waiting


@dataclass(frozen=True)
class Row:
    """`cases` are those that the member is on; `may_repeat`: so many earlier reports it looks like."""

    report: Report
    headline: str
    country: str
    cases: Sequence[Case]
    fields_total: int
    fields_decided: int
    match: Match | None
    may_repeat: int


def rows(reports: Iterable[Report], member: Member) -> list[Row]:
    """A row for each, in the same order, at the same number of queries for one and for fifty."""
    order = [report.pk for report in reports]
    found = {report.pk: report for report in _loaded(order, member)}
    progress = _progress(order)
    unheld = [pk for pk in order if found[pk].state in WAITING and not found[pk].cases.all()]
    alike = matches(unheld, member)
    repeats = count_waiting(order, reports_for(member, Report.objects.all()))
    return [_row(found[pk], progress.get(pk, (0, 0)), alike.get(pk), repeats.get(pk, 0)) for pk in order]


def _loaded(pks: list[int], member: Member) -> Iterable[Report]:
    return (
        Report.objects.filter(pk__in=pks)
        .defer(*BULK)
        .select_related("received_by")
        .prefetch_related(Prefetch("cases", cases_of(member)))
        .annotate(headline=KT("draft__headline__text"), country=KT("draft__country__code"))
    )


def _progress(pks: list[int]) -> dict[int, tuple[int, int]]:
    """Of each report: (fields, of which decided)."""
    decided = Count("pk", filter=~Q(decision=Decision.PROPOSED))
    counted = ReviewField.objects.filter(item__report__in=pks).order_by().values("item__report")
    return {
        row["item__report"]: (row["total"], row["decided"])
        for row in counted.annotate(total=Count("pk"), decided=decided)
    }


def _row(report: Report, progress: tuple[int, int], match: Match | None, may_repeat: int) -> Row:
    headline, country = getattr(report, "headline", None), getattr(report, "country", None)
    return Row(
        report,
        headline or report.name or _("Sealed report"),
        country or "",
        list(report.cases.all()),
        *progress,
        match,
        may_repeat,
    )
