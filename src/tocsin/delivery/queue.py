"""A confirmed letter takes its place among those that wait to be sent, or for the next bundle."""

from datetime import datetime

from tocsin.delivery.bundles.waiting import goes_by_itself
from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState


def queue(delivery: Delivery, now: datetime, why: str = "") -> None:
    """From now on workers see it, or the next bundle takes it; call inside a transaction. Called twice, it waits once."""
    was, by_itself = delivery.state, goes_by_itself(delivery.target)
    delivery.state = DeliveryState.QUEUED if by_itself else DeliveryState.BUNDLED
    delivery.error = ""
    delivery.changed_at = now
    delivery.not_before = now if by_itself else None
    delivery.due_at = None
    delivery.save(update_fields=["state", "error", "changed_at", "not_before", "due_at"])
    if was == DeliveryState.UNCONFIRMED:
        steps = [(was, DeliveryState.CONFIRMED), (DeliveryState.CONFIRMED, delivery.state)]
    else:
        steps = [(was, delivery.state)]
    note([(delivery.pk, before, after, why) for before, after in steps], now)
