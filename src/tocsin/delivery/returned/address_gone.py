"""An address does not exist: what waits for it goes to another of the same office, or waits for one; the desk is told."""

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action, ActionState
from tocsin.cases.access import publishers_in
from tocsin.cases.models import Case
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.holds import standing
from tocsin.delivery.dispatch.models import Cause
from tocsin.delivery.models import Delivery
from tocsin.delivery.queue import queue
from tocsin.delivery.states import DeliveryState
from tocsin.directory.models import Channel, ContactPoint
from tocsin.directory.queries import usable_email
from tocsin.members.write_to import Words, write_to

A_BATCH = 500
# What has not left. SENDING is with a worker, who finds out by himself.
WAITS = {DeliveryState.QUEUED, DeliveryState.DEFERRED, DeliveryState.FROZEN}
MOVES = {*WAITS, DeliveryState.BOUNCED}


DEAD = Q(bounced_at__isnull=False) | Q(retired_at__isnull=False)
_WAITED_FOR = Exists(Delivery.objects.filter(contact_point=OuterRef("pk"), state__in=WAITS))


def gone(payload: dict[str, Any]) -> None:
    """Does a job of kind `directory.bounced`, which `mark_bounced` leaves behind."""
    point = ContactPoint.objects.select_related("office").get(pk=payload["point"])
    if point.bounced_at:
        _redirect(point)
        _tell_desk(point)


def look_again() -> None:
    """For letters that wait since an office has no address: it may have got one, or the old one may be confirmed anew."""
    for point in ContactPoint.objects.filter(_WAITED_FOR, DEAD).select_related("office"):
        _redirect(point)
    _release()


@transaction.atomic
def _redirect(point: ContactPoint) -> None:
    other = usable_email(point.office)
    if other is None:
        _hold(point)
        return
    while letters := list(_letters(point)[:A_BATCH]):
        for letter in letters:
            _move(letter, other)
    Delivery.objects.filter(contact_point=point, state=DeliveryState.UNCONFIRMED).update(contact_point=other)


def _letters(point: ContactPoint) -> QuerySet[Delivery]:
    rows = Delivery.objects.select_for_update(of=("self",)).filter(contact_point=point, letter__isnull=False)
    return rows.filter(state__in=MOVES).order_by("pk")


def _move(letter: Delivery, other: ContactPoint) -> None:
    """What stands frozen stays so: whoever stopped it decides."""
    letter.contact_point = other
    if letter.state == DeliveryState.FROZEN:
        letter.save(update_fields=["contact_point"])
        return
    letter.attempts = 0
    letter.save(update_fields=["contact_point", "attempts"])
    queue(letter, timezone.now(), _("The address does not exist: it goes to another of the same office."))


def _hold(point: ContactPoint) -> None:
    """Until the office has an address; letters written before the page was rendered anew wait here too."""
    reason = _("The address does not exist. Letters wait until the office has another.")
    standing().get_or_create(
        key=lanes.to_address(point.value), cause=Cause.NO_ADDRESS, lifted_at=None, defaults={"reason": reason}
    )


def _release() -> None:
    """Where the address is confirmed to live, or is retired and nothing waits for it any more."""
    dead = Q(bounced_at__isnull=False, retired_at__isnull=True) | (DEAD & Q(_WAITED_FOR))
    for hold in standing().filter(cause=Cause.NO_ADDRESS):
        same = ContactPoint.objects.filter(channel=Channel.EMAIL, value__iexact=hold.key.removeprefix("to "))
        if not same.filter(dead).exists():
            standing().filter(pk=hold.pk).update(lifted_at=timezone.now())


def _tell_desk(point: ContactPoint) -> None:
    """One mail to each member who publishes in a case with an open action to this office."""
    actions = Action.objects.filter(state=ActionState.PUBLISHED, targets__office=point.office)
    publishers = publishers_in(Case.objects.filter(actions__in=actions))
    write_to(publishers, lambda: _words(point), f"bounced:{point.pk}:{point.bounced_at}")


def _words(point: ContactPoint) -> Words:
    subject = _("An address does not exist any more: %(office)s") % {"office": point.office}
    words = {
        "office": point.office,
        "address": point.value,
        "other": usable_email(point.office),
        "desk": f"{settings.PUBLIC_URL}/desk/",
    }
    return Words(subject, render_to_string("delivery/address_gone.txt", words))
