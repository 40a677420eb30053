"""Finding what a report may repeat, among all reports: by the prints first, then text by text."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import Count

from tocsin.jobs.enqueue import enqueue

from ..models import RepeatProposal, Report, ReportPrint
from .compare import Repeat, Told, compare_reports
from .forget import forget_repeats
from .prints import prints

KIND = "reports.find_repeats"
FILL = "reports.find_repeats_of_all"
# A print that so many reports share, such as a capital's name, finds nothing; these few rarest are asked all the same.
COMMON = 500
RAREST = 6
FEWEST_SHARED = 2
MOST_COMPARED = 30
AT_ONCE = 200


def have_repeats_found(report: Report) -> None:
    """Puts the job down, in the caller's transaction."""
    enqueue(KIND, {"report": report.pk})


def find_repeats_of(payload: dict[str, Any]) -> None:
    """Does a job of kind `reports.find_repeats`."""
    report = Report.objects.filter(pk=payload["report"]).defer("original", "draft").first()
    if report is not None:
        find_repeats(report)


def find_repeats_of_all(payload: dict[str, Any]) -> None:
    """Does a job of kind `reports.find_repeats_of_all`: of reports that came in without prints, the earliest first."""
    unread = Report.objects.filter(prints=None, sealed_at=None).defer("original", "draft").order_by("pk")
    for report in unread[:AT_ONCE]:
        find_repeats(report)


def find_repeats(report: Report) -> int:
    """Stores its prints and what it looks like, anew. How many there are; a sealed report has none."""
    own = [] if report.sealed_at else prints(report.text)
    found = [(other, like) for other in _candidates(report, own) if (like := _compared(report, other))]
    with transaction.atomic():
        if not Report.objects.select_for_update().filter(pk=report.pk, sealed_at=None).exists():
            return 0
        forget_repeats(report)
        ReportPrint.objects.bulk_create(ReportPrint(report=report, value=value) for value in own)
        RepeatProposal.objects.bulk_create(_proposal(report, other, like) for other, like in found)
    return len(found)


def _candidates(report: Report, own: list[int]) -> Iterable[Report]:
    """Those that share most prints with it."""
    others = ReportPrint.objects.filter(value__in=_telling(own)).exclude(report=report)
    shared = others.values("report").annotate(n=Count("pk")).filter(n__gte=FEWEST_SHARED)
    keys = list(shared.order_by("-n", "-report").values_list("report", flat=True)[:MOST_COMPARED])
    return Report.objects.filter(pk__in=keys, sealed_at=None).defer("original", "draft")


def _telling(own: list[int]) -> list[int]:
    counted = ReportPrint.objects.filter(value__in=own).values("value").annotate(n=Count("pk"))
    rarest = sorted(counted.values_list("n", "value"))
    return [value for at, (n, value) in enumerate(rarest) if n <= COMMON or at < RAREST]


def _compared(report: Report, other: Report) -> Repeat | None:
    return compare_reports(*(Told(each.text, each.language, each.source_url) for each in (report, other)))


def _proposal(report: Report, other: Report, like: Repeat) -> RepeatProposal:
    """What came in later may repeat what came in earlier."""
    earlier, later = sorted((report, other), key=lambda each: each.pk)
    return RepeatProposal(report=later, other=earlier, kind=like.kind, score=like.score)
