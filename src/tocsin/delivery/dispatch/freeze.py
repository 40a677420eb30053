"""Letters of a frozen case, and of an action or an address that a member stopped, are frozen; released, they wait again."""

import time
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState
from tocsin.directory.models import ContactPoint

from .changes import note
from .holds import Held

# One transaction changes no more than so many; the next turn goes on.
BATCH = 500
NOT_BEGUN = {DeliveryState.QUEUED, DeliveryState.DEFERRED}
# Without a change of what is stopped, looking for what may be released again is worth this many seconds' wait.
LOOKS_AGAIN = 30.0


@dataclass(frozen=True)
class Stopped:
    """Actions and contact points, by primary key, to which nothing leaves."""

    actions: frozenset[int]
    points: frozenset[int]


class Freezer:
    """One for each pump: it remembers what was stopped when it last found nothing to release."""

    def __init__(self) -> None:
        self.known: Stopped | None = None
        self.looked_at = 0.0

    def turn(self, held: Held) -> int:
        """How many letters changed; none where all stands as it should."""
        stopped = _stopped(held)
        frozen = _freeze(stopped)
        if stopped == self.known and time.monotonic() - self.looked_at < LOOKS_AGAIN:
            return frozen
        thawed = _thaw(stopped)
        if not thawed:
            self.known, self.looked_at = stopped, time.monotonic()
        return frozen + thawed


def _stopped(held: Held) -> Stopped:
    of_members = [key.removeprefix("action ") for key in held.by_members if key.startswith("action ")]
    stopped = Q(case__frozen_at__isnull=False) | Q(pk__in=of_members)
    points = Q(pk__in=())
    for key in held.by_members:
        if key.startswith("to "):
            points |= Q(value__iexact=key.removeprefix("to "))
    return Stopped(
        frozenset(Action.objects.filter(stopped).values_list("pk", flat=True)),
        frozenset(ContactPoint.objects.filter(points).values_list("pk", flat=True)),
    )


def _freeze(stopped: Stopped) -> int:
    why = _("Its case is frozen, or sending was stopped for its action or its address.")
    waiting = Delivery.objects.filter(state__in=NOT_BEGUN)
    changed = 0
    if stopped.actions:
        changed += _move(waiting.filter(action__in=stopped.actions), DeliveryState.FROZEN, why)
    if stopped.points:
        changed += _move(waiting.filter(contact_point__in=stopped.points), DeliveryState.FROZEN, why)
    return changed


def _thaw(stopped: Stopped) -> int:
    of_action = Delivery.objects.filter(action=OuterRef("pk"), state=DeliveryState.FROZEN)
    actions = Action.objects.filter(Exists(of_action)).exclude(pk__in=stopped.actions)
    frozen = Delivery.objects.filter(
        state=DeliveryState.FROZEN, action__in=list(actions.values_list("pk", flat=True))
    )
    why = _("What held it back was lifted.")
    return _move(frozen.exclude(contact_point__in=stopped.points), DeliveryState.QUEUED, why)


@transaction.atomic
def _move(letters: QuerySet[Delivery], state: DeliveryState, why: str) -> int:
    now = timezone.now()
    rows = list(letters.select_for_update(of=("self",)).values_list("pk", "state")[:BATCH])
    place = now if state == DeliveryState.QUEUED else None
    Delivery.objects.filter(pk__in=[pk for pk, _was in rows]).update(
        state=state, not_before=place, due_at=None, error="" if place else why, changed_at=now
    )
    note(((pk, was, state, why) for pk, was in rows), now)
    return len(rows)
