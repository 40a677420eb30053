"""Noting that a target's server refused a contact point for good."""

from django.db import transaction
from django.utils import timezone

from tocsin.jobs.enqueue import enqueue
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .models import ContactPoint


@transaction.atomic
def mark_bounced(point: ContactPoint, reason: str) -> ContactPoint:
    """Takes `point` out of use until a person confirms it anew. `reason` is in the server's own words."""
    point = ContactPoint.objects.select_for_update().get(pk=point.pk)
    if point.bounced_at is None:
        was = as_it_is(point, ["bounced_at"])
        point.bounced_at = timezone.now()
        point.save(update_fields=["bounced_at"])
        enqueue("directory.bounced", {"point": point.pk})
        keep_revision(record("contact.bounced", point, None, reason=reason), point, was)
    return point
