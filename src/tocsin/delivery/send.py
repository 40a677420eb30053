"""A confirmed letter leaves, once; a crash may at worst repeat it under the same Message-ID."""

import re
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from tocsin.delivery.may_leave import obstacle
from tocsin.delivery.message import message_of
from tocsin.delivery.models import WAITING, Delivery, DeliveryState
from tocsin.directory.mark_bounced import mark_bounced
from tocsin.jobs.errors import Retry
from tocsin.post.deliver import post_office
from tocsin.post.errors import PermanentError, TemporaryError

MINUTE, HOUR = 60, 3600
# Seconds between tries; after the last, some three days on, the letter is given up.
PAUSES = (MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, *[12 * HOUR] * 5)
FROZEN_PAUSE = HOUR
# RFC 3463: X.1.X speaks of the address; other refusals may be about us or about one letter.
NO_SUCH_ADDRESS = re.compile(r"\b5\d\d[ -]5\.1\.\d")


def send(payload: dict[str, Any]) -> None:
    """Handles "delivery.send". The row says SENDING before the attempt, so that a crash can be told."""
    delivery = _waiting(uuid.UUID(payload["delivery"]))
    if delivery is None or not _may_leave(delivery):
        return
    _state(delivery, DeliveryState.SENDING, attempts=delivery.attempts + 1)
    office = post_office()
    try:
        office.send(*message_of(delivery))
    except TemporaryError as error:
        _put_off(delivery, str(error))
    except PermanentError as error:
        _refused(delivery, str(error))
    else:
        _state(delivery, DeliveryState.ACCEPTED if office.is_real else DeliveryState.FOLDERED)


def _waiting(public_id: uuid.UUID) -> Delivery | None:
    rows = Delivery.objects.select_related("action__case", "contact_point", "letter__supporter")
    return rows.filter(public_id=public_id, state__in=WAITING).first()


def _may_leave(delivery: Delivery) -> bool:
    found = obstacle(delivery)
    if found and found.for_now:
        _state(delivery, DeliveryState.DEFERRED, found.reason)
        raise Retry(found.reason, FROZEN_PAUSE)
    if found:
        _state(delivery, DeliveryState.FAILED, found.reason)
    return found is None


def _put_off(delivery: Delivery, reason: str) -> None:
    if delivery.attempts > len(PAUSES):
        _state(delivery, DeliveryState.FAILED, reason)
        return
    _state(delivery, DeliveryState.DEFERRED, reason)
    raise Retry(reason, PAUSES[delivery.attempts - 1])


def _refused(delivery: Delivery, reason: str) -> None:
    """For good. Where it is the address that is wrong, no further letter is tried on it."""
    _state(delivery, DeliveryState.FAILED, reason)
    if NO_SUCH_ADDRESS.search(reason):
        mark_bounced(delivery.contact_point, reason)


def _state(delivery: Delivery, state: DeliveryState, error: str = "", attempts: int | None = None) -> None:
    """Moves the delivery on, unless somebody else moved it out of the queue meanwhile."""
    delivery.state = state
    delivery.attempts = delivery.attempts if attempts is None else attempts
    with transaction.atomic():
        Delivery.objects.filter(pk=delivery.pk, state__in=WAITING).update(
            state=state, attempts=delivery.attempts, error=error, changed_at=timezone.now()
        )
