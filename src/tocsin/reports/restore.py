"""Bringing back earlier decisions of a review."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from .decide import accept, correct, reject, show, undo
from .models import Decision, Report, ReportState, ReviewField
from .set_aside import set_aside, take_back
from .set_confidential import set_confidential
from .set_may_leave import set_may_leave
from .set_published import set_published

_PLAIN: dict[str, Callable[..., object]] = {
    Decision.ACCEPTED: accept,
    Decision.REJECTED: reject,
    Decision.PROPOSED: undo,
}


def restore_report(pk: int, before: State, by: Member) -> None:
    """Raises CannotReview, and CannotRestore for fields that the step had added."""
    report = Report.objects.defer("original").get(pk=pk)
    if not before:
        raise CannotRestore(_("Nothing stood here before. Leave the field out of the review instead."))
    if "may_leave" in before:
        set_may_leave(report, before["may_leave"], by)
    if "confidential_at" in before:
        set_confidential(report, before["confidential_at"] is not None, by)
    if "published" in before:
        set_published(report, before["published"], by)
    if "state" in before:
        _set_aside_or_back(report, before["state"], by)
    for name, state in before.items():
        if name.startswith("field "):
            _restore_field(ReviewField.objects.get(pk=int(name.split()[1])), state, by)


def _set_aside_or_back(report: Report, state: str, by: Member) -> None:
    if state == ReportState.REJECTED:
        set_aside(report, by, _("as it was before"))
    else:
        take_back(report, by)


def _restore_field(field: ReviewField, state: dict[str, Any], by: Member) -> None:
    decision = state.get("decision", field.decision)
    if decision in _PLAIN:
        _PLAIN[decision]([field], by)
    else:
        correct(field, state.get("value", field.value), by)
    if "may_be_shown" in state and decision not in (Decision.REJECTED, Decision.PROPOSED):
        show([field], by, state["may_be_shown"])
