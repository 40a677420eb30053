"""Supporters are erased: whole rows, and with them all that hangs on them."""

from datetime import datetime

from django.db.models import QuerySet

from tocsin.supporters.models import Supporter
from tocsin.supporters.take_part import WAIT


def erase(supporters: QuerySet[Supporter]) -> int:
    """How many were erased. What others keep of them (a delivery's state) stays without them."""
    return supporters.delete()[1].get("supporters.Supporter", 0)


def erase_unconfirmed(now: datetime) -> int:
    """Erases everyone who has not confirmed within 72 hours."""
    return erase(Supporter.objects.filter(confirmed_at__isnull=True, created_at__lte=now - WAIT))
