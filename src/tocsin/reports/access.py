"""Who may act on reports and cases. Pages ask first; acts ask again."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role

from .models import Report


def must_hold(by: Member | None, role: Role) -> None:
    """Raises PermissionDenied unless `by` holds `role`. None is the installation itself, from its command line."""
    if by is not None and not by.holds(role):
        raise PermissionDenied(_("This needs the role: %(role)s") % {"role": role.label})


def kept_from(member: Member) -> QuerySet[Report]:
    """Confidential reports that the member may not open as long as no case has taken them: for reviewers there are none."""
    confidential = Report.objects.filter(confidential_at__isnull=False).order_by()
    return confidential.none() if member.holds(Role.REVIEWER) else confidential.exclude(received_by=member)


def is_kept_from(report: Report, member: Member) -> bool:
    """The same of one report."""
    is_open = report.confidential_at is None or report.received_by_id == member.pk
    return not (is_open or member.holds(Role.REVIEWER))
