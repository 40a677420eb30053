"""Jobs of the release before, which had one row in the outbox for each letter. The delivery itself is that row now."""

import uuid
from typing import Any

from django.utils import timezone

from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState

UNPLACED = {"due_at__isnull": True, "not_before__isnull": True}


def send(payload: dict[str, Any]) -> None:
    """Handles "delivery.send": a letter that a site of that release queued waits for its place like all others."""
    rows = Delivery.objects.filter(public_id=uuid.UUID(payload["delivery"]), **UNPLACED)
    rows.filter(state__in=[DeliveryState.QUEUED, DeliveryState.DEFERRED]).update(not_before=timezone.now())
