"""Taking a contact point out of use."""

from django.db import transaction
from django.utils import timezone

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .models import ContactPoint


@transaction.atomic
def retire_contact(point: ContactPoint, by: Member, reason: str = "") -> ContactPoint:
    """Stops every use of `point` at once: no route offers it, no letter waiting for it leaves."""
    must_vouch(by)
    point = ContactPoint.objects.select_for_update().get(pk=point.pk)
    if point.retired_at is None:
        was = as_it_is(point, ["retired_at"])
        point.retired_at = timezone.now()
        point.save(update_fields=["retired_at"])
        keep_revision(record("contact.retired", point, by, reason=reason), point, was)
    return point
