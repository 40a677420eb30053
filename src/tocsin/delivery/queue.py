"""A confirmed letter takes its place among those that wait to be sent."""

from datetime import datetime

from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState


def queue(delivery: Delivery, now: datetime, why: str = "") -> None:
    """From now on workers see it; call inside a transaction. Called twice, it waits once."""
    was = delivery.state
    delivery.state = DeliveryState.QUEUED
    delivery.error = ""
    delivery.changed_at = delivery.not_before = now
    delivery.due_at = None
    delivery.save(update_fields=["state", "error", "changed_at", "not_before", "due_at"])
    if was == DeliveryState.UNCONFIRMED:
        steps = [(was, DeliveryState.CONFIRMED), (DeliveryState.CONFIRMED, DeliveryState.QUEUED)]
    else:
        steps = [(was, DeliveryState.QUEUED)]
    note([(delivery.pk, before, after, why) for before, after in steps], now)
