"""A confirmed letter takes its place among those that wait to be sent."""

from datetime import datetime

from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.jobs.enqueue import enqueue


def queue(delivery: Delivery, now: datetime, again: str = "") -> None:
    """`again` names a renewed try: without it a delivery is queued once, however often this is called."""
    delivery.state = DeliveryState.QUEUED
    delivery.error = ""
    delivery.changed_at = now
    delivery.save(update_fields=["state", "error", "changed_at"])
    enqueue("delivery.send", {"delivery": str(delivery.public_id)}, key=f"send {delivery.public_id}{again}")
