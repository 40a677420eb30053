"""Every change of a state is a row that is only ever added, in the transaction of the change itself."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from .models import DeliveryChange

Change = tuple[int, str, str, str]


def note(changes: Iterable[Change], at: datetime | None = None) -> None:
    """Of (delivery, was, became, why in our own words); call inside the transaction that changes the state."""
    at = at or timezone.now()
    rows = [
        DeliveryChange(delivery_id=pk, was=was, became=became, why=why[:200], at=at)
        for pk, was, became, why in changes
    ]
    DeliveryChange.objects.bulk_create(rows)
