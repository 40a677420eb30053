"""Bringing back what stood in the logs of a case: inquiries, remedies, deadlines, call relays."""

from datetime import date, datetime
from typing import Any

from django.db import models

from tocsin.directory.models import Office
from tocsin.members.models import Member
from tocsin.members.revise import State

from ..deadlines.finish import finish_deadline, take_up_deadline
from ..deadlines.set_deadline import correct_deadline
from ..inquiries.attempt import Attempt
from ..inquiries.correct import correct_inquiry
from ..inquiries.withdraw import restore_inquiry, withdraw_inquiry
from ..models import Deadline, Inquiry, Relay, Remedy, Subject
from ..relay.open_relay import stop_relay, take_up_relay
from ..remedies.note_remedy import Tried, correct_remedy

ATTEMPT = ("office", "office_name", "spoke_with", "about", "channel", "asked_by", "asked_at", "outcome")
TRIED = ("kind", "office", "office_name", "about", "asked_for", "tried_on", "outcome", "decided_on", "decided_by", "reason_given", "source")  # fmt: skip
DUE = ("kind", "due_on", "note", "about")


def restore_inquiry_state(pk: int, before: State, by: Member) -> None:
    inquiry = Inquiry.objects.select_related("case").get(pk=pk)
    if "withdrawn_at" in before:
        (withdraw_inquiry if before["withdrawn_at"] else restore_inquiry)(inquiry, by)
    if set(before) & set(ATTEMPT):
        correct_inquiry(inquiry, Attempt(**_as_then(inquiry, ATTEMPT, before)), by)


def restore_remedy(pk: int, before: State, by: Member) -> None:
    remedy = Remedy.objects.select_related("case").get(pk=pk)
    correct_remedy(remedy, Tried(**_as_then(remedy, TRIED, before)), by)


def restore_deadline(pk: int, before: State, by: Member) -> None:
    deadline = Deadline.objects.select_related("case").get(pk=pk)
    if "done_at" in before:
        (finish_deadline if before["done_at"] else take_up_deadline)(deadline, by)
    if set(before) & set(DUE):
        correct_deadline(deadline, by=by, **_as_then(deadline, DUE, before))


def restore_relay(pk: int, before: State, by: Member) -> None:
    """Stopped, or taken up again where it still may be. Raises CannotCall."""
    relay = Relay.objects.select_related("case").get(pk=pk)
    (stop_relay if before["stopped_at"] else take_up_relay)(relay, by)


def _as_then(record: models.Model, fields: tuple[str, ...], before: State) -> dict[str, Any]:
    """Today's fields with those of then in their place."""
    return {name: _value(name, before[name]) if name in before else getattr(record, name) for name in fields}


def _value(name: str, kept: Any) -> Any:
    """What `members.revise.plain` made plain, as the acts take it. What it pointed to may be gone by now."""
    if kept is None:
        return None
    if name == "asked_at":
        return datetime.fromisoformat(kept)
    if name == "due_on":
        return date.fromisoformat(kept)
    if name in ("office", "about"):
        return (Office if name == "office" else Subject)._default_manager.filter(pk=kept).first()
    return kept
