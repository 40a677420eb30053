"""A reviewer's word that a report's source is reliable in a case; and taking it back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reports.models import Report

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Case, ReliableSource


@transaction.atomic
def mark_reliable(case: Case, report: Report, why: str, by: Member | None) -> None:
    """Notes it with its reason. Raises CannotChange without one, or for a report of another case."""
    must_hold_on(case, by, Role.REVIEWER)
    if not why.strip():
        raise CannotChange(_("Say why this source is reliable: what it saw itself, or how it checks."))
    if not case.reports.filter(pk=report.pk, sealed_at=None).exists():
        raise CannotChange(_("This report is not part of the case."))
    _end(case, report, by)
    ReliableSource.objects.create(case=case, report=report, why=why.strip()[:300], marked_by=by)
    record("case.source_reliable", case, by, report=report.pk, why=why.strip()[:300])
    case_changed(case)


@transaction.atomic
def unmark_reliable(case: Case, report: Report, by: Member | None) -> None:
    """What was verified by this source alone with another one is only reported from then on."""
    must_hold_on(case, by, Role.REVIEWER)
    _end(case, report, by)
    record("case.source_not_reliable", case, by, report=report.pk)
    case_changed(case)


def reliable_reports(case: Case) -> set[int]:
    """Keys of the reports whose source somebody marked as reliable in this case."""
    standing = ReliableSource.objects.filter(case=case, ended_at=None)
    return set(standing.values_list("report_id", flat=True))


def _end(case: Case, report: Report, by: Member | None) -> None:
    standing = ReliableSource.objects.filter(case=case, report=report, ended_at=None)
    standing.update(ended_by=by, ended_at=timezone.now())
