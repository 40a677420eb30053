"""A reviewer's word that a report's source is reliable in a case; and taking it back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import AuditEntry, Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision, keep_revisions, plain
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
    entry = record("case.source_reliable", case, by, report=report.pk, why=why.strip()[:300])
    _end(case, report, by, entry)
    made = ReliableSource.objects.create(case=case, report=report, why=why.strip()[:300], marked_by=by)
    keep_revision(entry, made, {}, as_it_is(made, ("why",)), within=case)
    case_changed(case)


@transaction.atomic
def unmark_reliable(case: Case, report: Report, by: Member | None) -> None:
    """What was verified by this source alone with another one is only reported from then on."""
    must_hold_on(case, by, Role.REVIEWER)
    _end(case, report, by, record("case.source_not_reliable", case, by, report=report.pk))
    case_changed(case)


def reliable_reports(case: Case) -> set[int]:
    """Keys of the reports whose source somebody marked as reliable in this case."""
    standing = ReliableSource.objects.filter(case=case, ended_at=None)
    return set(standing.values_list("report_id", flat=True))


def last_words(case: Case) -> dict[int, int]:
    """Report -> key of the last word on its source in this case, also one that was taken back."""
    words = ReliableSource.objects.filter(case=case).order_by("pk")
    return dict(words.values_list("report_id", "pk"))


def _end(case: Case, report: Report, by: Member | None, entry: AuditEntry) -> None:
    now = timezone.now()
    standing = list(ReliableSource.objects.filter(case=case, report=report, ended_at=None))
    ReliableSource.objects.filter(pk__in=[word.pk for word in standing]).update(ended_by=by, ended_at=now)
    changes = [(word, {"ended_at": None}, {"ended_at": plain(now)}) for word in standing]
    keep_revisions(entry, changes, within=case)
