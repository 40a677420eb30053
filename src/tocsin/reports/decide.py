"""A person's word on what the reader proposed: one function an act, each audited."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .errors import CannotReview
from .models import Decision, ReportState, ReviewField
from .names import NAMES_OF_PEOPLE
from .queries import with_reports

UNDER_REVIEW = {ReportState.IN_REVIEW, ReportState.ACCEPTED}


@transaction.atomic
def accept(fields: Iterable[ReviewField], by: Member | None, may_be_shown: bool | None = None) -> int:
    """Takes fields as they were proposed; None leaves their "may be shown" as it is. The number taken."""
    return _decide(fields, by, Decision.ACCEPTED, may_be_shown)


@transaction.atomic
def reject(fields: Iterable[ReviewField], by: Member) -> int:
    """Leaves fields out of the case. The number left out."""
    return _decide(fields, by, Decision.REJECTED, False)


@transaction.atomic
def undo(fields: Iterable[ReviewField], by: Member) -> int:
    """Makes fields undecided again."""
    return _decide(fields, by, Decision.PROPOSED, False)


@transaction.atomic
def correct(field: ReviewField, value: Any, by: Member, may_be_shown: bool | None = None) -> None:
    """Takes another value than the proposed one; `proposed` and the words it was read from are kept.

    `value` is as the field's kind stores it (see `reports/fields.py`).
    """
    open_field = _open([field], by)[0]
    was_added = open_field.proposed is None
    open_field.value = value
    _mark(open_field, by, Decision.ADDED if was_added else Decision.CORRECTED, may_be_shown)
    open_field.save()
    record("report.field_corrected", open_field.item.report, by, field=str(open_field), id=open_field.pk)


@transaction.atomic
def show(fields: Iterable[ReviewField], by: Member, may_be_shown: bool) -> int:
    """Says of taken fields whether they may be shown. Names of people at risk wait for `name_person`."""
    taken = [f for f in _open(fields, by) if f.is_taken]
    for each in taken:
        each.may_be_shown = may_be_shown and not is_name(each)
        each.save(update_fields=["may_be_shown"])
    if taken:
        record("report.shown_set", taken[0].item.report, by, fields=[f.pk for f in taken], shown=may_be_shown)
    return len(taken)


def is_name(field: ReviewField) -> bool:
    """The name of a person at risk: withheld until somebody records on what ground it may be shown."""
    return (field.item.section, field.name) in NAMES_OF_PEOPLE


def _decide(
    fields: Iterable[ReviewField], by: Member | None, decision: Decision, may_be_shown: bool | None
) -> int:
    open_fields = _open(fields, by)
    for each in open_fields:
        _mark(each, by, decision, may_be_shown)
    ReviewField.objects.bulk_update(
        open_fields, ["value", "decision", "may_be_shown", "decided_by", "decided_at"]
    )
    if open_fields:
        ids = [f.pk for f in open_fields]
        record(f"report.fields_{decision}", open_fields[0].item.report, by, fields=ids)
    return len(open_fields)


def _mark(field: ReviewField, by: Member | None, decision: Decision, may_be_shown: bool | None) -> None:
    if decision in (Decision.ACCEPTED, Decision.PROPOSED) and field.proposed is not None:
        field.value = field.proposed
    elif decision == Decision.ACCEPTED:
        decision = Decision.ADDED
    field.decision = decision
    if may_be_shown is not None:
        field.may_be_shown = may_be_shown and not is_name(field)
    field.decided_by = None if decision == Decision.PROPOSED else by
    field.decided_at = None if decision == Decision.PROPOSED else timezone.now()


def _open(fields: Iterable[ReviewField], by: Member | None) -> list[ReviewField]:
    """The fields as they stand now, locked, without those that a case holds already. Raises CannotReview."""
    must_hold(by, Role.REVIEWER)
    found = with_reports(ReviewField.objects.select_for_update(of=("self",)))
    locked = list(found.filter(pk__in=[f.pk for f in fields]).order_by("pk"))
    if any(f.item.report.state not in UNDER_REVIEW for f in locked):
        raise CannotReview(_("This report is not under review. Open its review first."))
    free = [f for f in locked if not f.is_held]
    if locked and not free:
        raise CannotReview(_("The case holds this already. Change it in the case file."))
    return free
