"""Giving letters their places: each address at its office's pace, actions in turn, within the caps."""

import time
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from tocsin.delivery.models import Delivery
from tocsin.delivery.pacing.pace import ALL_DAY, Pace, pace_of_office
from tocsin.directory.models import ContactPoint

from . import lanes
from .holds import Held
from .models import Lane
from .queues import Queues

# Places are given for the next moments only: what is stopped, or stood still, is never made up for at once.
AHEAD = timedelta(seconds=2)
MOST = 250
# What most providers bear; the operator's guide says to ask one's own.
INSTALLATION_PER_HOUR = 1_000
# A place farther away than this was given by a clock that has been set back since.
FARTHEST = timedelta(days=7)
# Looking costs no more than this share of a worker.
SHARE_OF_TIME = 0.05


class Release:
    """One for each pump; it looks less often where looking takes long."""

    def __init__(self) -> None:
        self.next_at = 0.0

    def turn(self, held: Held) -> int:
        """How many letters got their places."""
        started = time.monotonic()
        if started < self.next_at:
            return 0
        given = release(held)
        ended = time.monotonic()
        took = ended - started
        self.next_at = ended + (took / SHARE_OF_TIME if took > SHARE_OF_TIME else 0)
        return given


def release(held: Held, now: datetime | None = None) -> int:
    """Gives places to whatever may leave in the next moments; those who waited longest for a turn come first."""
    now = now or timezone.now()
    mailboxes = _mailboxes(now)
    if not mailboxes:
        return 0
    known = {lane.key: lane for lane in Lane.objects.filter(key__in=mailboxes)}
    free = [key for key in mailboxes if not _is_held(key, held) and _next(known.get(key), now) <= now + AHEAD]
    return sum(
        _serve(key, mailboxes[key], now) for key in sorted(free, key=lambda k: _next(known.get(k), now))
    )


def waiting(now: datetime) -> QuerySet[Delivery]:
    """Letters that wait for a place; a time much too far away was written by a clock that has been set back."""
    rows = Delivery.objects.filter(not_before__isnull=False)
    return rows.filter(not_before__lte=now) | rows.filter(not_before__gt=now + FARTHEST)


def pace_of(lane: Lane | None, point: ContactPoint) -> Pace:
    """Of an address: by the clock of its office, at the number that was set for it."""
    return pace_of_office(point.office.in_country, point.office.city, lane.per_hour if lane else None)


def _mailboxes(now: datetime) -> dict[str, list[ContactPoint]]:
    """Lane -> the contact points that share its mailbox and have letters waiting."""
    has_letters = Exists(waiting(now).filter(contact_point=OuterRef("pk")))
    found: dict[str, list[ContactPoint]] = {}
    for point in ContactPoint.objects.filter(has_letters).select_related("office"):
        found.setdefault(lanes.to_address(point.value), []).append(point)
    return found


def _is_held(key: str, held: Held) -> bool:
    return key in held.keys or lanes.to_domain(key) in held.keys


def _next(lane: Lane | None, now: datetime) -> datetime:
    """When the next letter may leave in this lane; at once in a new one."""
    at = lane.next_at if lane and lane.next_at else now
    return now if at > now + FARTHEST else max(at, now)


@transaction.atomic
def _serve(key: str, points: Sequence[ContactPoint], now: datetime) -> int:
    """Gives the places of one address. The installation's lane is locked first, by everybody: no two plan at once."""
    installation, lane = lanes.stored(lanes.INSTALLATION), lanes.stored(key)
    whole = Pace(installation.per_hour or INSTALLATION_PER_HOUR, by_hour=ALL_DAY)
    queues = Queues(waiting(now).filter(contact_point__in=points), lane.turn, MOST)
    pace = pace_of(lane, points[0])
    given: list[Delivery] = []
    slot = max(_next(lane, now), _next(installation, now))
    while slot <= now + AHEAD and len(given) < MOST:
        letter = queues.next(slot)
        if letter is None:
            break
        given.append(Delivery(pk=letter.delivery, due_at=slot, not_before=None))
        lane.turn, lane.next_at, installation.next_at = letter.action, pace.after(slot), whole.after(slot)
        slot = max(lane.next_at, installation.next_at)
    if given:
        Delivery.objects.bulk_update(given, ["due_at", "not_before"])
        Lane.objects.bulk_update([installation, lane, *queues.capped.values()], ["next_at", "turn"])
    return len(given)
