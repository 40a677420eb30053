"""Saying that a report is a later version of another, from its versions page; and taking that back."""

from django.db import transaction

from tocsin.members.models import Member

from ..models import RepeatJudgement, RepeatKind, Report
from .judge import end_repeat, judge_repeat


@transaction.atomic
def set_revises(report: Report, earlier: Report | None, by: Member | None) -> None:
    """`report` revises `earlier`; None takes it back. A judgement like any on repeats. Raises CannotReview.

    Whoever calls has made sure that the member may see both.
    """
    if earlier:
        judge_repeat(report, earlier, RepeatKind.VERSION, by)
        return
    standing = RepeatJudgement.objects.filter(report=report, kind=RepeatKind.VERSION, ended_at__isnull=True)
    for judgement in standing:
        end_repeat(judgement, by)
