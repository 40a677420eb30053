"""Once an action is long over, what was not shown of its messages goes, and the names of those who sent the others."""

from datetime import datetime

from django.db import transaction

from tocsin.actions.ended import long_ended
from tocsin.jobs.enqueue import enqueue_and_do

from .models import MessageState, SolidarityMessage


@transaction.atomic
def erase_messages(now: datetime | None = None) -> None:
    """The words that are shown stay, and from how many countries they came; pages that told a name are made anew."""
    messages = SolidarityMessage.objects.filter(action__in=long_ended(now))
    messages.exclude(state=MessageState.SHOWN).delete()
    signed = messages.exclude(first_name="")
    told_on = set(signed.order_by().values_list("action", flat=True))
    signed.update(first_name="")
    for action in told_on:
        enqueue_and_do("pages.render", {"action": action})
