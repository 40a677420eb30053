"""Going back: a member's last steps on a report, one at a time, the latest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.record import record

from .add import under_review
from .errors import CannotReview
from .fields import main_field
from .keep_fields import keep_fields
from .models import Did, Report, ReviewField, ReviewItem, ReviewStep
from .queries import with_reports
from .sitting import count_correction_again, count_decisions, take_back_correction
from .steps import corrections_of, put_back, state_of
from .version import version


@dataclass(frozen=True)
class Undone:
    """A step that was undone. `fields` stand as before it; `gone` are the items that it had added."""

    step: ReviewStep
    fields: list[ReviewField]
    gone: list[int]


def last_step(report: Report, by: Member) -> ReviewStep | None:
    """What `undo_last` would undo."""
    return report.steps.filter(member=by, ended_at=None).first()


def undo_last(report: Report, by: Member) -> Undone:
    """Undoes the member's latest step on this report that still stands.

    Raises CannotReview where there is none, or where somebody else, or a case, has changed something of it since:
    that step is then past undoing, and the next call goes to the one before it.
    """
    with transaction.atomic():
        report = under_review(report, by)
        step = last_step(report, by)
        if step is None:
            raise CannotReview(_("There is nothing of yours left to undo in this report."))
        why_not = _why_not(step)
        undone = None if why_not else _undo(step, report, by)
        step.ended_at = timezone.now()
        step.save(update_fields=["ended_at"])
    if undone is None:
        raise CannotReview(why_not)
    return undone


def _undo(step: ReviewStep, report: Report, by: Member) -> Undone:
    fields = {f.pk: f for f in _fields(step)}
    were = {pk: state_of(f) for pk, f in fields.items()}
    kept: list[ReviewField] = []
    for change in step.fields:
        if change["before"] is not None:
            put_back(fields[change["field"]], change["before"])
            kept.append(fields[change["field"]])
    ReviewField.objects.bulk_update(
        kept, ["value", "decision", "may_be_shown", "decided_by", "decided_at"], batch_size=200
    )
    gone = _take_out(f for f in fields.values() if f not in kept)
    entry = record("report.step_undone", report, by, step=step.pk, did=step.did, fields=[f.pk for f in kept])
    keep_fields(entry, report, were, kept)
    count_decisions(report, by, 0)
    if step.did == Did.CORRECT:
        take_back_correction(report, by)
    if step.did == Did.REOPEN:
        for who in (who for field in kept for who in corrections_of(field, report, until=step.pk)):
            count_correction_again(report, who)
    return Undone(step, kept, gone)


def _take_out(added: Iterable[ReviewField]) -> list[int]:
    """Fields that the step had added go, and with its last field an item that was added by hand."""
    added = list(added)
    items = {f.item_id for f in added}
    ReviewField.objects.filter(pk__in=[f.pk for f in added]).delete()
    empty = ReviewItem.objects.filter(pk__in=items, added_by__isnull=False, fields=None)
    gone = list(empty.values_list("pk", flat=True))
    empty.delete()
    return gone


def _why_not(step: ReviewStep) -> str:
    """Why the step can no longer be undone; empty where it can."""
    fields = {f.pk: f for f in _fields(step)}
    if any(f.is_held for f in fields.values()):
        return _("The case holds this already. Change it in the case file.")
    changed = [c["field"] for c in step.fields if _is_changed(fields.get(c["field"]), c["after"])]
    changed += [f.pk for f in fields.values() if _is_built_on(f, step)]
    if not changed:
        return ""
    who = {str(fields[pk].decided_by) for pk in changed if pk in fields and fields[pk].decided_by}
    by = ", ".join(sorted(who)) or _("somebody")
    return _("This cannot be undone: %(who)s has changed it since. Undo again for your step before it.") % {
        "who": by
    }


def _is_changed(field: ReviewField | None, after: str) -> bool:
    return field is None or version(field) != after


def _is_built_on(field: ReviewField, step: ReviewStep) -> bool:
    """Whether an item that the step had added has got more fields since."""
    is_first = field.name == main_field(field.item.section).name and field.item.added_by_id
    is_added = any(c["field"] == field.pk and c["before"] is None for c in step.fields)
    return bool(is_first and is_added) and field.item.fields.count() > 1


def _fields(step: ReviewStep) -> list[ReviewField]:
    found = with_reports(ReviewField.objects.select_for_update(of=("self",)))
    return list(found.filter(pk__in=[c["field"] for c in step.fields]).order_by("pk"))
