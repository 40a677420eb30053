"""Taking an action back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_publish
from .errors import CannotChange
from .models import VISIBLE, Action, ActionState


@transaction.atomic
def withdraw(action: Action, by: Member, reason: str = "") -> Action:
    """Takes the action off every page, file and feed at once; letters that wait are not sent any more.

    Raises PermissionDenied, and CannotChange where the public does not see it anyway.
    """
    must_publish(action, by)
    action = Action.objects.select_for_update().get(pk=action.pk)
    if action.state not in VISIBLE:
        raise CannotChange(_("The public does not see this action: there is nothing to withdraw."))
    was = as_it_is(action, ["state"])
    action.state, action.withdrawn_at = ActionState.WITHDRAWN, timezone.now()
    action.save(update_fields=["state", "withdrawn_at"])
    keep_revision(record("action.withdrawn", action, by, reason=reason), action, was, within=action.case)
    enqueue_and_do("pages.remove", {"slug": action.slug})
    return action
