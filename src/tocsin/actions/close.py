"""Ending an action: by hand, at its deadline, or at once as history."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_publish
from .errors import CannotChange
from .models import Action, ActionState


@transaction.atomic
def close(action: Action, by: Member) -> Action:
    """Ends an open action: its page stays, nobody is asked to write any more. Raises CannotChange."""
    must_publish(action, by)
    action = Action.objects.select_for_update().get(pk=action.pk)
    if action.state != ActionState.PUBLISHED:
        raise CannotChange(_("Only an open action can be closed."))
    return _end(action, by, "action.closed")


@transaction.atomic
def close_as_history(action: Action, by: Member | None) -> Action:
    """Shows a draft as a closed action that was never open here: a sample, or a call of the past.

    `by` is empty where the installation itself does it for the sample it ships. Raises CannotChange.
    """
    must_publish(action, by)
    action = Action.objects.select_for_update().get(pk=action.pk)
    if action.state != ActionState.DRAFT:
        raise CannotChange(_("Only a draft can be shown as history."))
    return _end(action, by, "action.closed_as_history")


def close_due(today: date | None = None, now: datetime | None = None) -> int:
    """Closes every open action whose deadline was before `today`; gives their number."""
    due = Action.objects.filter(state=ActionState.PUBLISHED, deadline__lt=today or timezone.localdate())
    with transaction.atomic():
        ended = [
            _end(action, None, "action.closed_at_deadline", now)
            for action in due.select_for_update().order_by("pk")
        ]
    return len(ended)


def _end(action: Action, by: Member | None, act: str, now: datetime | None = None) -> Action:
    was = as_it_is(action, ["state"])
    action.state, action.closed_at = ActionState.CLOSED, now or timezone.now()
    action.save(update_fields=["state", "closed_at"])
    keep_revision(record(act, action, by), action, was, within=action.case)
    enqueue_and_do("pages.render", {"action": action.pk})
    return action
