"""Asking a second reader about a report: put down as a job, since it may take half a minute."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .decide import UNDER_REVIEW
from .errors import CannotReview
from .models import OpinionState, Report, SecondOpinion
from .second_readers import reader_for

KIND = "reports.second_opinion"
# Whoever has not answered by then will not: the worker was ended, or none runs.
OVERDUE = timedelta(minutes=15)


@transaction.atomic
def ask_second_reader(report: Report, by: Member) -> SecondOpinion:
    """Raises CannotReview: not under review, asked already, no reader, or one that this report may not be shown to."""
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state not in UNDER_REVIEW:
        raise CannotReview(_("This report is not under review. Open its review first."))
    reader = reader_for(report)
    _end_what_is_overdue(report)
    if report.opinions.filter(state=OpinionState.WAITING).exists():
        raise CannotReview(_("The second reader is being asked already."))
    opinion = SecondOpinion.objects.create(report=report, reader=reader.name, asked_by=by)
    enqueue(KIND, {"opinion": opinion.pk})
    record("report.second_reader_asked", report, by, reader=reader.name, stays_here=reader.stays_here)
    return opinion


def is_overdue(opinion: SecondOpinion) -> bool:
    return opinion.state == OpinionState.WAITING and timezone.now() - opinion.asked_at > OVERDUE


def _end_what_is_overdue(report: Report) -> None:
    for opinion in report.opinions.filter(state=OpinionState.WAITING):
        if is_overdue(opinion):
            opinion.state, opinion.ended_at = OpinionState.FAILED, timezone.now()
            opinion.remarks = [_("It was never answered.")]
            opinion.save()
