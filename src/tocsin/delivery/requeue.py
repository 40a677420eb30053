"""A member has a letter tried again that was given up, or that lies in the local folder."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.delivery.models import Delivery
from tocsin.delivery.queue import queue
from tocsin.delivery.states import DeliveryState
from tocsin.directory.models import ContactPoint
from tocsin.directory.queries import usable_email
from tocsin.members.models import Member, Role
from tocsin.members.record import record

RETRIABLE = {DeliveryState.FAILED, DeliveryState.BOUNCED, DeliveryState.FOLDERED}


@transaction.atomic
def requeue(delivery: Delivery, by: Member) -> bool:
    """Whether it was queued again, to the address that its office has now.

    Raises PermissionDenied below the role publisher in its case. A letter that was erased, accepted or still waits is left alone.
    """
    row = Delivery.objects.select_for_update().get(pk=delivery.pk)
    must_hold_on(row.action.case, by, Role.PUBLISHER)
    if row.state not in RETRIABLE or row.letter_id is None:
        return False
    row.attempts = 0
    row.contact_point = _address(row)
    row.save(update_fields=["attempts", "contact_point"])
    queue(row, timezone.now(), _("A member had it tried again."))
    record("requeue_delivery", row, by)
    return True


def _address(delivery: Delivery) -> ContactPoint:
    if delivery.contact_point.is_usable:
        return delivery.contact_point
    return usable_email(delivery.target.office) or delivery.contact_point
