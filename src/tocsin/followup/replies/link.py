"""An administrator says which office of which action a mail answers that names no letter of ours in a way we can trust.

Until then it belongs to no case, and may quote supporters of any.
"""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Target
from tocsin.delivery.models import Delivery
from tocsin.followup.models import Reply
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.access import must_administer
from tocsin.members.models import Member
from tocsin.members.record import record

from .hide_writer import WriterMask, writer_mask


@transaction.atomic
def link(reply: Reply, target: Target, by: Member, writer: str = "") -> Reply:
    """`writer`: the name or the address of the supporter, as the mail has it; it is taken out of the words.

    Where she wrote to this office, the mail is kept no longer than her letter. Raises PermissionDenied, and
    CannotChange for an answer that is linked.
    """
    must_administer(by)
    reply = Reply.objects.select_for_update().get(pk=reply.pk)
    if reply.action_id:
        raise CannotChange(_("It is known already which office this answers."))
    was, reply.unlinked = reply.unlinked, ""
    reply.action, reply.target, reply.is_linked_by_hand = target.action, target, True
    reply.delivery = _letter_of(target, writer)
    _hide(reply, writer)
    reply.save()
    record("reply.linked", reply, by, was=was, office=target.office.name)
    enqueue_and_do("pages.render", {"action": target.action_id})
    return reply


def _letter_of(target: Target, writer: str) -> Delivery | None:
    """None where nobody of that name or address wrote to the office, or several people did."""
    if not (writer := writer.strip()):
        return None
    hers = Q(letter__supporter__email__iexact=writer) | Q(letter__supporter__name__iexact=writer)
    rows = Delivery.objects.filter(hers, target=target).select_related("letter__supporter").order_by("-pk")
    people = {row.letter.supporter_id for row in rows if row.letter}
    return rows[0] if len(people) == 1 else None


def _hide(reply: Reply, writer: str) -> None:
    typed = WriterMask("", writer.strip()) if "@" in writer else WriterMask(writer.strip(), "")
    for mask in (writer_mask(reply.delivery), typed):
        reply.subject = mask.text(reply.subject)[:300]
        reply.text = mask.text(reply.text)
