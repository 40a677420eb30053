"""Opening a closed action again: what it asked for is not done after all."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.members.second_person import is_needed, use

from .access import must_publish
from .errors import CannotChange, CannotPublish
from .fingerprint import action_fingerprint
from .missing import hindrances, missing
from .models import Action, ActionState


@transaction.atomic
def reopen(action: Action, by: Member, is_agreed: bool = False) -> Action:
    """Opens an action that was open before and closed since; it must lack as little as at first.

    `is_agreed`: a second person has agreed to what it is opened for.
    Raises PermissionDenied, CannotChange, CannotPublish with what is missing, and NeedsSecondPerson.
    """
    must_publish(action, by)
    action = Action.objects.select_for_update().get(pk=action.pk)
    if action.state != ActionState.CLOSED or not action.published_at:
        raise CannotChange(_("Only an action that was open and is closed can be opened again."))
    if gaps := [*hindrances(action), *missing(action)]:
        raise CannotPublish(gap.sentence for gap in gaps)
    if is_needed("action.published") and not is_agreed:
        use("action.published", action, by, action_fingerprint(action))
    was = as_it_is(action, ["state"])
    action.state, action.closed_at = ActionState.PUBLISHED, None
    action.save(update_fields=["state", "closed_at"])
    keep_revision(record("action.reopened", action, by), action, was, within=action.case)
    enqueue_and_do("pages.render", {"action": action.pk})
    return action
