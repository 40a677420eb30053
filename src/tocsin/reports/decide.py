"""A person's word on what the reader proposed: one function an act, each audited, each a step that can be undone.

`seen` is what the reviewer's page showed (see `version.py`): whoever decided meanwhile is not overwritten.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import must_hold
from .errors import CannotReview
from .models import Decision, Did, ReportState, ReviewField
from .names import NAMES_OF_PEOPLE
from .queries import with_reports
from .sitting import take_back_correction
from .steps import corrections_of, note_step, state_of
from .version import Seen, must_be_as_seen

UNDER_REVIEW = {ReportState.IN_REVIEW, ReportState.ACCEPTED}
DID = {
    Decision.ACCEPTED: Did.ACCEPT,
    Decision.REJECTED: Did.REJECT,
    Decision.PROPOSED: Did.REOPEN,
}


@transaction.atomic
def accept(
    fields: Iterable[ReviewField],
    by: Member | None,
    may_be_shown: bool | None = None,
    seen: Seen | None = None,
) -> int:
    """Takes fields as they were proposed; None leaves their "may be shown" as it is. The number taken."""
    return _decide(fields, by, Decision.ACCEPTED, may_be_shown, seen)


@transaction.atomic
def reject(fields: Iterable[ReviewField], by: Member | None, seen: Seen | None = None) -> int:
    """Leaves fields out of the case. The number left out."""
    return _decide(fields, by, Decision.REJECTED, False, seen)


@transaction.atomic
def undo(fields: Iterable[ReviewField], by: Member, seen: Seen | None = None) -> int:
    """Makes fields undecided again. Corrections of them are counted no more."""
    found = open_fields(fields, by, seen)
    corrected = [(f.item.report, who) for f in found for who in corrections_of(f, f.item.report)]
    undone = _decide(found, by, Decision.PROPOSED, False, seen)
    for report, who in corrected:
        take_back_correction(report, who)
    return undone


@transaction.atomic
def correct(
    field: ReviewField,
    value: Any,
    by: Member | None,
    may_be_shown: bool | None = None,
    seen: Seen | None = None,
) -> None:
    """Takes another value than the proposed one; `proposed` and the words it was read from are kept.

    `value` is as the field's kind stores it (see `reports/fields.py`).
    """
    open_field = open_fields([field], by, seen)[0]
    before = {open_field.pk: state_of(open_field)}
    was_added = open_field.proposed is None
    open_field.value = value
    _mark(open_field, by, Decision.ADDED if was_added else Decision.CORRECTED, may_be_shown)
    open_field.save()
    report = open_field.item.report
    entry = record("report.field_corrected", report, by, field=str(open_field), id=open_field.pk)
    note_step(entry, report, Did.CORRECT, before, [open_field])


@transaction.atomic
def show(fields: Iterable[ReviewField], by: Member, may_be_shown: bool, seen: Seen | None = None) -> int:
    """Says of taken fields whether they may be shown. Names of people at risk wait for `name_person`."""
    wanted = [f for f in open_fields(fields, by, seen) if f.is_taken]
    changed = [f for f in wanted if f.may_be_shown != (may_be_shown and not is_name(f))]
    before = {f.pk: state_of(f) for f in changed}
    for each in changed:
        each.may_be_shown = may_be_shown
        each.save(update_fields=["may_be_shown"])
    if changed:
        report = changed[0].item.report
        entry = record("report.shown_set", report, by, fields=[f.pk for f in changed], shown=may_be_shown)
        note_step(entry, report, Did.SHOW, before, changed)
    return len(wanted)


def is_name(field: ReviewField) -> bool:
    """The name of a person at risk: withheld until somebody records on what ground it may be shown."""
    return (field.item.section, field.name) in NAMES_OF_PEOPLE


def open_fields(
    fields: Iterable[ReviewField], by: Member | None, seen: Seen | None = None
) -> list[ReviewField]:
    """The fields as they stand now, locked, without those that a case holds already.

    Raises CannotReview, and ChangedMeanwhile where they are not what `seen` says.
    """
    must_hold(by, Role.REVIEWER)
    found = with_reports(ReviewField.objects.select_for_update(of=("self",)))
    locked = list(found.filter(pk__in=[f.pk for f in fields]).order_by("pk"))
    if any(f.item.report.state not in UNDER_REVIEW for f in locked):
        raise CannotReview(_("This report is not under review. Open its review first."))
    must_be_as_seen(locked, seen)
    free = [f for f in locked if not f.is_held]
    if locked and not free:
        raise CannotReview(_("The case holds this already. Change it in the case file."))
    return free


def store(fields: Iterable[ReviewField]) -> None:
    """Saves decisions in as few statements as they allow: many fields mostly get one and the same."""
    alike: dict[tuple[Any, ...], list[int]] = defaultdict(list)
    for each in fields:
        key = (each.decision, each.may_be_shown, each.decided_by_id, each.decided_at)
        alike[key].append(each.pk)
    for (decision, shown, by, at), pks in alike.items():
        ReviewField.objects.filter(pk__in=pks).update(
            decision=decision, may_be_shown=shown, decided_by=by, decided_at=at
        )


def _decide(
    fields: Iterable[ReviewField],
    by: Member | None,
    decision: Decision,
    may_be_shown: bool | None,
    seen: Seen | None,
) -> int:
    found = open_fields(fields, by, seen)
    before = {f.pk: state_of(f) for f in found}
    at = timezone.now()
    was = {f.pk: f.value for f in found}
    for each in found:
        _mark(each, by, decision, may_be_shown, at)
    store(found)
    ReviewField.objects.bulk_update([f for f in found if f.value != was[f.pk]], ["value"])
    if found:
        report = found[0].item.report
        entry = record(f"report.fields_{decision}", report, by, fields=[f.pk for f in found])
        note_step(entry, report, DID[decision], before, found)
    return len(found)


def _mark(
    field: ReviewField, by: Member | None, decision: Decision, may_be_shown: bool | None, at: Any = None
) -> None:
    if decision in (Decision.ACCEPTED, Decision.PROPOSED) and field.proposed is not None:
        field.value = field.proposed
    elif decision == Decision.ACCEPTED:
        decision = Decision.ADDED
    field.decision = decision
    if may_be_shown is not None:
        field.may_be_shown = may_be_shown and not is_name(field)
    field.decided_by = None if decision == Decision.PROPOSED else by
    field.decided_at = None if decision == Decision.PROPOSED else at or timezone.now()
