"""Erasing what we keep of hosts: their mail address, and proposals that nobody confirmed."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from tocsin.supporters.take_part import WAIT

from .models import Gathering, GatheringState

# Long enough to report back, after the last hour of the gathering or the day it was refused or withdrawn.
KEPT = timedelta(days=14)


@transaction.atomic
def erase_hosts(now: datetime | None = None) -> None:
    """With the address ends the personal link."""
    now = now or timezone.now()
    unconfirmed = Gathering.objects.filter(state=GatheringState.ASKED, proposed_at__lte=now - WAIT)
    unconfirmed.delete()
    ended = Q(state__in=(GatheringState.REFUSED, GatheringState.WITHDRAWN), changed_at__lte=now - KEPT)
    Gathering.objects.filter(Q(ends_at__lte=now - KEPT) | ended).exclude(contact="").update(
        contact="", host_language=""
    )
