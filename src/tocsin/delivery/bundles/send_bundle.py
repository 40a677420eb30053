"""A digest leaves, once; a crash may at worst repeat it under the same Message-ID, byte for byte."""

import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.dispatch.holds import held, keys_of
from tocsin.delivery.may_leave import Obstacle, obstacle_of
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.jobs.errors import OnHold, Retry
from tocsin.post.deliver import post_office
from tocsin.post.errors import PermanentError, TemporaryError
from tocsin.post.message_id import our_address
from tocsin.printing.sheet import CannotPrint

from .digest import digest
from .models import Bundle, BundleState
from .petition_of import Erased

MINUTE, HOUR = 60, 3600
# Seconds between tries; after the last, some three days on, the digest is given up.
PAUSES = (5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, *[12 * HOUR] * 5)
WAITS = {BundleState.MADE, BundleState.DEFERRED}


def send_bundle(payload: dict[str, Any]) -> None:
    """Does a job of kind `delivery.bundle`."""
    rows = Bundle.objects.select_related("action__case", "target__office", "contact_point")
    bundle = rows.filter(public_id=uuid.UUID(payload["bundle"]), state__in=WAITS).first()
    if bundle is None:
        return
    _must_leave(bundle)
    if bundle.state != BundleState.FAILED:
        _try(bundle)


def _must_leave(bundle: Bundle) -> None:
    """Asked once more right before: much may have changed since it was made."""
    found = obstacle_of(bundle.action) or _held_back(bundle)
    if found and found.for_now:
        _state(bundle, BundleState.DEFERRED, found.reason)
        raise OnHold(found.reason, HOUR)
    if found:
        _give_up(bundle, found.reason)
    elif not (bundle.contact_point and bundle.contact_point.is_usable):
        _give_up(bundle, _("The address is no longer in use: it bounced or was retired."))


def _held_back(bundle: Bundle) -> Obstacle | None:
    """A pause holds digests as it holds letters."""
    now, address = held(), bundle.contact_point.value if bundle.contact_point else ""
    if not now.everything and now.keys.isdisjoint(keys_of(bundle.action_id, address)):
        return None
    return Obstacle(_("Held back: sending is stopped for its action or its address."), for_now=True)


def _try(bundle: Bundle) -> None:
    office, bundle.attempts = post_office(), bundle.attempts + 1
    try:
        message = digest(bundle)
        office.send(our_address(), [bundle.contact_point.value if bundle.contact_point else ""], message)
    except Erased:
        _give_up(bundle, _("The letter was erased before it could be sent."))
    except (TemporaryError, CannotPrint) as error:
        _put_off(bundle, str(error))
    except PermanentError as error:
        _give_up(bundle, str(error))
    else:
        _state(bundle, BundleState.ACCEPTED if office.is_real else BundleState.FOLDERED)


def _put_off(bundle: Bundle, reason: str) -> None:
    if bundle.attempts > len(PAUSES):
        _give_up(bundle, reason)
        return
    _state(bundle, BundleState.DEFERRED, reason)
    raise Retry(reason, PAUSES[bundle.attempts - 1])


@transaction.atomic
def _give_up(bundle: Bundle, reason: str) -> None:
    """Its letters are free again: a member may have them tried again, or printed."""
    _state(bundle, BundleState.FAILED, reason)
    letters = Delivery.objects.filter(bundled__bundle=bundle, state=DeliveryState.TOGETHER)
    keys = letters.values_list("pk", flat=True)
    note([(pk, DeliveryState.TOGETHER, DeliveryState.FAILED, "") for pk in keys])
    letters.update(state=DeliveryState.FAILED, error=reason, changed_at=timezone.now())
    bundle.bundled.all().delete()


def _state(bundle: Bundle, state: BundleState, error: str = "") -> None:
    bundle.state, bundle.error = state, error
    bundle.save(update_fields=["state", "error", "attempts"])
