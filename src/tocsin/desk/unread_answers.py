"""Answers that nobody has read yet, as the inbox shows them: how many, action by action."""

from dataclasses import dataclass

from django.db.models import Count, F

from tocsin.followup.replies.unread import unread_by
from tocsin.members.models import Member


@dataclass(frozen=True)
class Unread:
    """Of one action; without one, mails that name no letter."""

    slug: str | None
    title: str | None
    count: int


def unread_answers(member: Member) -> list[Unread]:
    rows = unread_by(member).values_list("action__slug", "action__title").annotate(n=Count("pk"))
    return [Unread(*row) for row in rows.order_by(F("action__title").asc(nulls_last=True))]
