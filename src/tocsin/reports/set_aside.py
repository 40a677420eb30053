"""Setting a report aside that is no appeal, or not for us; and taking it back."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold
from .errors import CannotReview
from .models import Report, ReportState


@transaction.atomic
def set_aside(report: Report, by: Member, reason: str) -> None:
    """The report stays stored, with what was decided, and leaves the inbox. Raises CannotReview."""
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state == ReportState.ACCEPTED:
        raise CannotReview(_("This report is part of a case. Withdraw its claims there instead."))
    if report.state == ReportState.SEALED:
        raise CannotReview(_("This report is sealed: nothing of it is left to set aside."))
    if not reason.strip():
        raise CannotReview(_("Say why the report is set aside: others will want to know."))
    was = as_it_is(report, ["state"])
    _move(report, ReportState.REJECTED)
    entry = record("report.set_aside", report, by, reason=reason.strip())
    keep_revision(entry, report, was, within=report)


@transaction.atomic
def take_back(report: Report, by: Member) -> None:
    """Puts a report that was set aside back into the inbox."""
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state != ReportState.REJECTED:
        raise CannotReview(_("Only a report that was set aside can be taken back."))
    was = as_it_is(report, ["state"])
    _move(report, ReportState.IN_REVIEW if report.items.exists() else ReportState.RECEIVED)
    keep_revision(record("report.taken_back", report, by), report, was, within=report)


def _move(report: Report, state: ReportState) -> None:
    report.state = state
    report.save(update_fields=["state"])
