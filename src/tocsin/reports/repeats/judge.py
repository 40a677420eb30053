"""Whether a report repeats another: a person's judgement, which can be undone."""

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision, keep_revisions

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
    ended = _ended(standing.filter(other=other), by)
    if kind != RepeatKind.APART and standing.exclude(kind=RepeatKind.APART).exists():
        raise CannotReview(_("This report repeats another one already. Undo that first."))
    made = RepeatJudgement.objects.create(report=report, other=other, kind=kind, judged_by=by, score=score)
    _settle(report)
    entry = record("report.repeat_judged", report, by, other=other.pk, kind=kind)
    keep_revision(entry, made, {}, as_it_is(made, ["kind"]))
    _keep_ended(entry, ended)
    return made


@transaction.atomic
def end_repeat(judgement: RepeatJudgement, by: Member | None) -> None:
    """The judgement no longer holds; its row stays. Raises CannotReview for one that was undone before."""
    must_hold(by, Role.REVIEWER)
    ended = _ended(RepeatJudgement.objects.filter(pk=judgement.pk, ended_at__isnull=True), by)
    if not ended:
        raise CannotReview(_("This judgement was undone already."))
    _settle(judgement.report)
    entry = record(
        "report.repeat_undone", judgement.report, by, other=judgement.other_id, kind=judgement.kind
    )
    _keep_ended(entry, ended)


def _ended(judgements: QuerySet[RepeatJudgement], by: Member | None) -> list[RepeatJudgement]:
    """Those that end now."""
    ended = list(judgements.select_for_update())
    for judgement in ended:
        judgement.ended_by, judgement.ended_at = by, timezone.now()
        judgement.save(update_fields=["ended_by", "ended_at"])
    return ended


def _keep_ended(entry: AuditEntry, ended: list[RepeatJudgement]) -> None:
    """In the history, which tells neither report's words: not all who may read the one may read the other."""
    keep_revisions(entry, [(each, {"ended_at": None}, as_it_is(each, ["ended_at"])) for each in ended])


def _settle(report: Report) -> None:
    """Points the report to what it repeats and to what it revises, by the judgements that stand; cases are told."""
    standing = RepeatJudgement.objects.filter(report=report, ended_at__isnull=True)
    repeats = standing.filter(kind__in=_REPEATS).first()
    revises = standing.filter(kind=RepeatKind.VERSION).first()
    Report.objects.filter(pk=report.pk).update(
        repeats=repeats.other_id if repeats else None, revises=revises.other_id if revises else None
    )
    enqueue_and_do("cases.sources_changed", {"report": report.pk})
