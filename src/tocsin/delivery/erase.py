"""Erasure where supporters and their letters meet: the states of deliveries stay, and so do the counts."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tocsin.actions.ended import long_ended
from tocsin.delivery.models import Bundle, Delivery, DeliveryState, TakeOut
from tocsin.supporters.erase import erase, erase_unconfirmed
from tocsin.supporters.models import Supporter
from tocsin.supporters.take_part import WAIT


@transaction.atomic
def erase_unconfirmed_letters(now: datetime | None = None) -> int:
    """Erases letters and supporters that were not confirmed within 72 hours. Gives the number of supporters."""
    now = now or timezone.now()
    Delivery.objects.filter(state=DeliveryState.UNCONFIRMED, created_at__lte=now - WAIT).delete()
    return erase_unconfirmed(now)


@transaction.atomic
def erase_closed_actions(now: datetime | None = None) -> int:
    """Erases the supporters of actions that ended 90 days ago. Gives the number of supporters."""
    ended = long_ended(now)
    supporters = Supporter.objects.filter(letters__action__in=ended)
    # A server's words may quote the sender's name or address.
    Delivery.objects.filter(action__in=ended).exclude(error="").update(error="")
    Delivery.objects.filter(action__in=ended).exclude(voice="").update(voice="")
    Bundle.objects.filter(action__in=ended).exclude(error="").update(error="")
    # Words that somebody looked for may be a supporter's own.
    TakeOut.objects.filter(action__in=ended).exclude(rule={}).update(rule={})
    return erase(Supporter.objects.filter(pk__in=supporters.values("pk")))
