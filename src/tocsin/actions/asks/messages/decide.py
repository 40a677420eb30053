"""A member lets messages be shown, or leaves them out: many at once, in one press."""

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record

from .models import MessageState

DECISIONS = (MessageState.SHOWN, MessageState.LEFT_OUT)


@transaction.atomic
def decide(action: Action, messages: Collection[int], state: MessageState, by: Member) -> int:
    """By primary key; those of another action are left alone. Gives how many changed. Raises PermissionDenied."""
    must_publish(action, by)
    if state not in DECISIONS:
        raise ValueError(f"{state} is no decision")
    rows = action.messages.filter(pk__in=messages).exclude(state=state)
    changed = rows.update(state=state, decided_at=timezone.now(), decided_by=by)
    if changed:
        record(f"messages.{state}", action, by, count=changed)
        enqueue_and_do("pages.render", {"action": action.pk})
    return changed
