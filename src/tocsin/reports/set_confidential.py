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
from .models import Report, ReportState


@transaction.atomic
def set_confidential(report: Report, is_confidential: bool, by: Member) -> None:
    """Only by whoever may open it now. Raises CannotReview once a case has it: then the case says who may."""
    must_hold(by, Role.CONTRIBUTOR)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if is_kept_from(report, by):
        raise PermissionDenied
    if report.state == ReportState.ACCEPTED:
        raise CannotReview(_("A case has this report: its members alone may open it."))
    if (report.confidential_at is not None) == is_confidential:
        return
    was = as_it_is(report, ["confidential_at"])
    report.confidential_at = timezone.now() if is_confidential else None
    report.save(update_fields=["confidential_at"])
    entry = record("report.confidential_set", report, by, is_confidential=is_confidential)
    keep_revision(entry, report, was, within=report)
