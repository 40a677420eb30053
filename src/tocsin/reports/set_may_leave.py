"""Saying whether a report may be shown to a second reader on another server. Without a word it may not."""

from django.db import transaction

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold
from .models import Report


@transaction.atomic
def set_may_leave(report: Report, may_leave: bool, by: Member) -> None:
    """An opinion that is under way is held to it too: the question is asked again before anything is sent."""
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.may_leave == may_leave:
        return
    was = as_it_is(report, ["may_leave"])
    report.may_leave = may_leave
    report.save(update_fields=["may_leave"])
    entry = record("report.may_leave_set", report, by, may_leave=may_leave)
    keep_revision(entry, report, was, within=report)
