"""Stopping what leaves, and letting it go on: by a member, and by ourselves when something is wrong."""

from datetime import datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.cases.access import must_hold_on
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from . import lanes
from .holds import LONGEST, is_over
from .models import Cause, Hold


@transaction.atomic
def hold(key: str, by: Member, reason: str = "", action: Action | None = None) -> Hold:
    """Stops one lane at once: of the installation, of `action`, or to an address. Letters wait, frozen.

    Raises PermissionDenied below the role publisher: in the action's case, else in the organisation.
    """
    must_publish(by, action)
    found, is_new = Hold.objects.get_or_create(
        key=key,
        cause=Cause.MEMBER,
        lifted_at=None,
        defaults={"reason": reason, "by": by, "action": action},
    )
    if is_new:
        record("sending.stopped", action or key or "installation", by, reason=reason)
    return found


@transaction.atomic
def lift(held: Hold, by: Member) -> bool:
    """Lets it go on; whether it was stopped. Raises as `hold` does."""
    must_publish(by, held.action)
    if not Hold.objects.filter(pk=held.pk, lifted_at=None).update(lifted_at=timezone.now()):
        return False
    record("sending.goes_on", held.action or held.key or "installation", by, cause=held.cause)
    return True


def stop_ourselves(key: str, cause: Cause, reason: str, first: timedelta, longest: timedelta | None) -> None:
    """Stops a lane until one letter is tried again, longer each time; `longest` None: until a member lifts it."""
    now, before = timezone.now(), _stopped_lately(key, cause)
    until = now + _wait(first, longest, before) if longest else None
    found, is_new = Hold.objects.get_or_create(
        key=key,
        cause=cause,
        lifted_at=None,
        defaults={"reason": reason, "until": until, "tries": before + 1},
    )
    if is_new:
        record("sending.stopped", key or "installation", None, cause=cause)
    elif longest and found.until and is_over(found.until, now):
        wait = _wait(first, longest, found.tries)
        Hold.objects.filter(pk=found.pk).update(until=now + wait, tries=found.tries + 1, reason=reason)


def _wait(first: timedelta, longest: timedelta, before: int) -> timedelta:
    """Twice as long as the time before."""
    return min(longest, first * 2 ** min(before, 20))


def _stopped_lately(key: str, cause: Cause) -> int:
    """How often in a row. Where three of ten are refused, one letter that goes through says little."""
    if cause != Cause.REFUSALS:
        return 0
    lately = Hold.objects.filter(key=key, cause=cause, lifted_at__gt=timezone.now() - LONGEST)
    return lately.order_by("-pk").values_list("tries", flat=True).first() or 0


def went_through(key: str, causes: set[Cause], now: datetime | None = None) -> None:
    """A letter left where we had stopped for a while: it goes on."""
    now = now or timezone.now()
    ours = Hold.objects.filter(key=key, cause__in=causes, lifted_at=None, until__isnull=False)
    over = [pk for pk, until in ours.values_list("pk", "until") if until and is_over(until, now)]
    if Hold.objects.filter(pk__in=over, lifted_at=None).update(lifted_at=now):
        record("sending.goes_on", key or "installation", None)


def lane_key(action: Action | None, address: str) -> str:
    """The lane that a form names."""
    if action:
        return lanes.of_action(action)
    return lanes.to_address(address) if address else lanes.INSTALLATION


def must_publish(by: Member, action: Action | None) -> None:
    if action:
        must_hold_on(action.case, by, Role.PUBLISHER)
    elif not by.holds(Role.PUBLISHER):
        raise PermissionDenied(_("This needs the role: %(role)s") % {"role": Role.PUBLISHER.label})
