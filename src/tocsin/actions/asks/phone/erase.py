"""What supporters told of their calls goes: the words once a reviewer has decided, the rest once the action is long over."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from tocsin.actions.ended import long_ended
from tocsin.cases.models import ToldCall, ToldCallState


@transaction.atomic
def erase_told_calls(now: datetime | None = None) -> None:
    """A call knows its case alone: it goes with the first of its actions that was to end after it was told."""
    decided = ToldCall.objects.exclude(state=ToldCallState.WAITING)
    decided.exclude(said="").update(said="")
    told_before = Q(closed_at__gte=OuterRef("told_at")) | Q(withdrawn_at__gte=OuterRef("told_at"))
    over = long_ended(now).filter(told_before, case=OuterRef("case"))
    ToldCall.objects.exclude(state=ToldCallState.TAKEN).filter(Exists(over)).delete()
