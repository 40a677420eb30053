"""Who may open a report before a case takes it: all members, or reviewers and whoever brought it in."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import is_kept_from, must_hold
from .errors import CannotReview
from .models import Arrival, Report, ReportState


@transaction.atomic
def set_confidential(report: Report, is_confidential: bool, by: Member) -> None:
    """Only by whoever may open it now. Raises CannotReview once a case has it: then the case says who may.

    What somebody else brought in as confidential is opened to all by members who review alone; CannotReview says so.
    """
    must_hold(by, Role.CONTRIBUTOR)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if is_kept_from(report, by):
        raise PermissionDenied
    if report.state == ReportState.ACCEPTED:
        raise CannotReview(_("A case has this report: its members alone may open it."))
    if not is_confidential and not by.holds(Role.REVIEWER) and _told_to_others(report, by):
        raise CannotReview(
            _("Somebody else brought this in as confidential. Ask a member who reviews to open it to all.")
        )
    if (report.confidential_at is not None) != is_confidential:
        _set(report, is_confidential, by)


@transaction.atomic
def close_as_brought(report: Report, by: Member | None) -> bool:
    """The same text came in again, as confidential: from now on it is kept to members who review and to whoever brought
    it in first. False where it was closed before, and where a case has it, which says who may open it."""
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.confidential_at or report.state == ReportState.ACCEPTED:
        return False
    _set(report, True, by)
    return True


def _told_to_others(report: Report, by: Member) -> bool:
    return Arrival.objects.filter(report=report, is_confidential=True).exclude(arrived_by=by).exists()


def _set(report: Report, is_confidential: bool, by: Member | None) -> None:
    was = as_it_is(report, ["confidential_at"])
    report.confidential_at = timezone.now() if is_confidential else None
    report.save(update_fields=["confidential_at"])
    entry = record("report.confidential_set", report, by, is_confidential=is_confidential)
    keep_revision(entry, report, was, within=report)
