"""Saying that a report is a later version of another; and taking that back."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .errors import CannotReview
from .models import Report


@transaction.atomic
def set_revises(report: Report, earlier: Report | None, by: Member | None) -> None:
    """`report` revises `earlier`; None takes it back. Neither text changes. Raises CannotReview.

    Whoever calls has made sure that the member may see both.
    """
    must_hold(by, Role.REVIEWER)
    report = Report.objects.select_for_update().get(pk=report.pk)
    if earlier and report.pk in _versions_before(earlier):
        raise CannotReview(_("That would make each the later version of the other."))
    report.revises = earlier
    report.save(update_fields=["revises"])
    record("report.revises_set", report, by, earlier=earlier.pk if earlier else None)


def _versions_before(report: Report) -> set[int]:
    """The report itself and all that it revises, step by step."""
    found: set[int] = set()
    at: Report | None = report
    while at is not None and at.pk not in found:
        found.add(at.pk)
        at = at.revises
    return found
