"""Two reviewers decided on one field: what each said, so that one press chooses."""

from django.utils.translation import gettext as _

from tocsin.reports.fields import field
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.models import TAKEN, Decision, ReviewField

from .review_card import Clash


def clash_of(row: ReviewField, act: str, typed: str) -> Clash | None:
    """`row` as it stands now, against our act. None where both say the same: then there is nothing to choose."""
    wanted = _wanted(row, act, typed)
    if _stands(row) == wanted:
        return None
    ours = _said(row, *wanted) if act != "undo" else _("make it undecided")
    theirs = _said(row, *_stands(row))
    return Clash(row.pk, act, typed, theirs, ours, str(row.decided_by or ""), row.decided_at)


def _stands(row: ReviewField) -> tuple[str, object]:
    """Taken, with which value; left out; or undecided."""
    if row.decision in TAKEN:
        return "taken", row.value
    return ("left", None) if row.decision == Decision.REJECTED else ("open", None)


def _wanted(row: ReviewField, act: str, typed: str) -> tuple[str, object]:
    if act == "accept":
        return "taken", row.proposed if row.proposed is not None else row.value
    if act == "correct":
        return "taken", _read(row, typed)
    return ("left", None) if act == "reject" else ("open", None)


def _read(row: ReviewField, typed: str) -> object:
    try:
        return field(row.item.section, row.name).kind.read(typed)
    except CannotRead:
        return typed


def _said(row: ReviewField, state: str, value: object) -> str:
    if state == "taken":
        return _("“%(value)s”") % {"value": field(row.item.section, row.name).kind.words(value)}
    return _("left out") if state == "left" else _("undecided")
