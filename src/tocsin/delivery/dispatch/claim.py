"""Taking letters by lease, in batches, the same on both databases; a worker that dies loses them to another."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DUE, DeliveryState

from .changes import note

# A connection waits at most 30 seconds for an answer; leases are renewed long before they end.
LEASE = timedelta(seconds=90)


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery that is ours until the lease ends; `takes` tells this holder from the next."""

    pk: int
    takes: int


def claim(most: int, now: datetime | None = None) -> list[Claim]:
    """Takes up to `most` letters whose time has come, or whose lease ran out."""
    now = now or timezone.now()
    waiting = Delivery.objects.filter(state__in=DUE, due_at__isnull=False)
    due = waiting.filter(due_at__lte=now)
    if not due.exists():
        # A lease that ends later than any can was written by a clock that has been set back since.
        due = waiting.filter(due_at__gt=now + 2 * LEASE)
        if not due.exists():
            return []
    return _take(due, most, now)


@transaction.atomic
def _take(due: QuerySet[Delivery], most: int, now: datetime) -> list[Claim]:
    # SQLite has no row locks and needs none: its transactions start IMMEDIATE, one writer at a time.
    locked = due.order_by("due_at", "pk").select_for_update(skip_locked=True)
    rows = list(locked.values_list("pk", "state", "takes")[:most])
    held = Delivery.objects.filter(pk__in=[pk for pk, _state, _takes in rows])
    held.update(state=DeliveryState.SENDING, due_at=now + LEASE, takes=F("takes") + 1, changed_at=now)
    note(((pk, was, DeliveryState.SENDING, _why(was)) for pk, was, _takes in rows), now)
    return [Claim(pk, takes + 1) for pk, _state, takes in rows]


def _why(was: str) -> str:
    return _("Taken again: the worker that had it ended.") if was == DeliveryState.SENDING else ""


def mine(claims: Collection[Claim]) -> set[int]:
    """Which of them are still ours, their rows locked until the transaction ends; a lost lease is another's."""
    takes = {claim.pk: claim.takes for claim in claims}
    rows = Delivery.objects.select_for_update(of=("self",)).filter(pk__in=takes, state=DeliveryState.SENDING)
    return {pk for pk, taken in rows.values_list("pk", "takes") if taken == takes[pk]}


@transaction.atomic
def renew(claims: Collection[Claim]) -> None:
    """Keeps what is still being sent."""
    Delivery.objects.filter(pk__in=mine(claims)).update(due_at=timezone.now() + LEASE)


@transaction.atomic
def give_back(claims: Collection[Claim], why: str) -> None:
    """Frees what was taken and not begun: it is due at once and counts no attempt."""
    now, ours = timezone.now(), mine(claims)
    Delivery.objects.filter(pk__in=ours).update(state=DeliveryState.QUEUED, due_at=now, changed_at=now)
    note(((pk, DeliveryState.SENDING, DeliveryState.QUEUED, why) for pk in sorted(ours)), now)
