"""A supporter tells what came of her call, and what was said."""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from tocsin.cases.inquiries.of_a_call import OUTCOMES, WORDLESS
from tocsin.cases.models import Case, ToldCall, ToldCallState
from tocsin.cases.models.told_call import LONGEST_WORDS
from tocsin.directory.models import Channel, ContactPoint

# What two people can look through in a week, of one office: a flood about one leaves the others open.
MOST_WAITING = 500
MAY_ADD = timedelta(minutes=30)


class TooMany(Exception):
    """More wait to be looked at than anybody can look at."""


@transaction.atomic
def tell_call(case: Case, point: ContactPoint, outcome: str, key: UUID) -> ToldCall | None:
    """Stores it once a `key`; None where it was no outcome of a call, or no number to call. Raises TooMany."""
    if outcome not in OUTCOMES or point.channel != Channel.PHONE:
        return None
    waiting = case.told_calls.filter(office=point.office_id, state=ToldCallState.WAITING)
    if waiting.count() >= MOST_WAITING:
        raise TooMany
    kept = {"case": case, "office_id": point.office_id, "point": point, "outcome": outcome}
    return ToldCall.objects.get_or_create(key=key, defaults=kept)[0]


def call_told(case: Case, key: UUID) -> ToldCall | None:
    """The call that was told a moment ago, by the key of its page."""
    recent = timezone.now() - MAY_ADD
    return case.told_calls.filter(key=key, told_at__gte=recent).first()


def may_add(told: ToldCall) -> bool:
    """Whether there is something to ask for still: somebody was there, and nothing of it is stored."""
    return told.state == ToldCallState.WAITING and not told.said and told.outcome not in WORDLESS


def add_said(told: ToldCall, said: str) -> None:
    """Once: a second press changes nothing, nor does one after a reviewer has decided."""
    if may_add(told):
        words = " ".join(said.split())[:LONGEST_WORDS]
        ToldCall.objects.filter(pk=told.pk, said="", state=ToldCallState.WAITING).update(said=words)
