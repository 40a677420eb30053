"""A member says which office of which action a mail answers that names no letter of ours in a way we can trust."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Target
from tocsin.followup.models import Reply
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member
from tocsin.members.record import record


@transaction.atomic
def link(reply: Reply, target: Target, by: Member) -> Reply:
    """Raises PermissionDenied, and CannotChange for an answer that is linked."""
    must_publish(target.action, by)
    reply = Reply.objects.select_for_update().get(pk=reply.pk)
    if reply.action_id:
        raise CannotChange(_("It is known already which office this answers."))
    was, reply.unlinked = reply.unlinked, ""
    reply.action, reply.target = target.action, target
    reply.save(update_fields=["action", "target", "unlinked"])
    record("reply.linked", reply, by, was=was, office=target.office.name)
    enqueue_and_do("pages.render", {"action": target.action_id})
    return reply
