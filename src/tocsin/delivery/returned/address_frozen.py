"""An address was frozen: nothing that waits to go there leaves, not even when the office has another one."""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState

from .address_gone import A_BATCH, WAITS


def stop(payload: dict[str, Any]) -> None:
    """Does a job of kind `directory.frozen`: {"points": primary keys}. What a worker holds he turns back himself."""
    while _stopped(payload["points"]):
        pass


@transaction.atomic
def _stopped(points: Collection[int]) -> int:
    """Of one batch."""
    now, why = timezone.now(), _("The address is frozen: it may be in the wrong hands.")
    waiting = Delivery.objects.filter(contact_point__in=points, state__in=WAITS)
    rows = list(waiting.select_for_update(of=("self",)).values_list("pk", "state")[:A_BATCH])
    Delivery.objects.filter(pk__in=[pk for pk, _was in rows]).update(
        state=DeliveryState.FAILED, error=why, not_before=None, due_at=None, changed_at=now
    )
    note(((pk, was, DeliveryState.FAILED, why) for pk, was in rows), now)
    return len(rows)
