"""Answers that wait for somebody to read them."""

from django.db.models import Q, QuerySet

from tocsin.cases.access import cases_of
from tocsin.followup.models import Reply, ReplyState
from tocsin.members.models import Member, Role


def unread_by(member: Member) -> QuerySet[Reply]:
    """In the cases where she decides what the public reads; for administrators also what belongs to no case yet."""
    hers = Q(action__case__in=cases_of(member, Role.PUBLISHER), action__is_sample=False)
    if member.holds(Role.ADMINISTRATOR):
        hers |= Q(action=None)
    return Reply.objects.filter(hers, state=ReplyState.NEW).order_by()
