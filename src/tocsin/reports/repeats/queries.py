"""What pages ask: which proposals wait for a word, and how many."""

from django.db.models import Count, Exists, OuterRef, QuerySet

from ..models import RepeatJudgement, RepeatKind, RepeatProposal, Report


def waiting(seen: QuerySet[Report]) -> QuerySet[RepeatProposal]:
    """Proposals that nobody judged, on pairs whose other report is among `seen`. None of a report that is judged to repeat one."""
    standing = RepeatJudgement.objects.filter(report=OuterRef("report"), ended_at=None)
    judged = standing.filter(other=OuterRef("other"))
    settled = standing.exclude(kind=RepeatKind.APART)
    others = seen.filter(pk=OuterRef("other"), sealed_at=None)
    return RepeatProposal.objects.filter(Exists(others)).exclude(Exists(judged)).exclude(Exists(settled))


def count_waiting(reports: list[int], seen: QuerySet[Report]) -> dict[int, int]:
    """Report -> how many earlier ones it looks like, for those that look like any; one query."""
    if not reports:
        return {}
    counted = waiting(seen).filter(report__in=reports).order_by().values("report").annotate(n=Count("pk"))
    return dict(counted.values_list("report", "n"))
