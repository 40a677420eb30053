"""Whether a report repeats another: a person's judgement, which can be undone."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from ..access import must_hold
from ..errors import CannotReview
from ..models import RepeatJudgement, RepeatKind, Report
from ..sources import source_root

_REPEATS = (RepeatKind.COPY, RepeatKind.TRANSLATION)


@transaction.atomic
def judge_repeat(
    report: Report, other: Report, kind: str, by: Member | None, score: float | None = None
) -> RepeatJudgement:
    """Says that `report` is a copy, a translation or a newer version of `other`, or stands alone. Raises CannotReview."""
    must_hold(by, Role.REVIEWER)
    if kind not in RepeatKind.values or report.pk == other.pk:
        raise CannotReview(_("Choose what this report is to another one."))
    if kind != RepeatKind.APART and source_root(other) == report.pk:
        raise CannotReview(_("The other report was judged to come from this one. Undo that first."))
    standing = RepeatJudgement.objects.filter(report=report, ended_at__isnull=True)
    standing.filter(other=other).update(ended_at=timezone.now(), ended_by=by)
    if kind != RepeatKind.APART and standing.exclude(kind=RepeatKind.APART).exists():
        raise CannotReview(_("This report repeats another one already. Undo that first."))
    made = RepeatJudgement.objects.create(report=report, other=other, kind=kind, judged_by=by, score=score)
    _settle(report)
    record("report.repeat_judged", report, by, other=other.pk, kind=kind)
    return made


@transaction.atomic
def end_repeat(judgement: RepeatJudgement, by: Member | None) -> None:
    """The judgement no longer holds; its row stays. Raises CannotReview for one that was undone before."""
    must_hold(by, Role.REVIEWER)
    still = RepeatJudgement.objects.filter(pk=judgement.pk, ended_at__isnull=True)
    if not still.update(ended_at=timezone.now(), ended_by=by):
        raise CannotReview(_("This judgement was undone already."))
    _settle(judgement.report)
    record("report.repeat_undone", judgement.report, by, other=judgement.other_id, kind=judgement.kind)


def _settle(report: Report) -> None:
    """Points the report to what it repeats and to what it revises, by the judgements that stand; cases are told."""
    standing = RepeatJudgement.objects.filter(report=report, ended_at__isnull=True)
    repeats = standing.filter(kind__in=_REPEATS).first()
    revises = standing.filter(kind=RepeatKind.VERSION).first()
    Report.objects.filter(pk=report.pk).update(
        repeats=repeats.other_id if repeats else None, revises=revises.other_id if revises else None
    )
    enqueue_and_do("cases.sources_changed", {"report": report.pk})
