"""Opening an action to the public."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.members.second_person import is_needed, use

from .access import must_publish
from .errors import CannotPublish
from .fingerprint import action_fingerprint
from .missing import hindrances, missing
from .models import Action, ActionState

OPENABLE = {ActionState.DRAFT, ActionState.WITHDRAWN}


@transaction.atomic
def publish(action: Action, by: Member) -> Action:
    """Opens a draft, or an action that was withdrawn; its page is rendered as soon as this is stored.

    Raises PermissionDenied, CannotPublish with a sentence for everything that is missing, and NeedsSecondPerson.
    """
    must_publish(action, by)
    action = Action.objects.select_for_update().get(pk=action.pk)
    if action.state not in OPENABLE:
        raise CannotPublish([_("The action is %(state)s already.") % {"state": action.get_state_display()}])
    if gaps := [*hindrances(action), *missing(action)]:
        raise CannotPublish(gap.sentence for gap in gaps)
    if is_needed("action.published"):
        use("action.published", action, by, action_fingerprint(action))
    was = as_it_is(action, ["state"])
    action.state, action.published_at = ActionState.PUBLISHED, timezone.now()
    action.closed_at = action.withdrawn_at = None
    action.save()
    keep_revision(record("action.published", action, by), action, was, within=action.case)
    enqueue_and_do("pages.render", {"action": action.pk})
    return action
