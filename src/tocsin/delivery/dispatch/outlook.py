"""A look into the queue: what waits for which address, at which pace, and when the last of it will have left."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db.models import Count, QuerySet

from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery
from tocsin.delivery.pacing.pace import Pace
from tocsin.delivery.pacing.plan import Late, Plan, late, plan
from tocsin.delivery.states import WAITING, DeliveryState
from tocsin.directory.models import ContactPoint
from tocsin.language.zones import clock

from . import lanes
from .models import Lane
from .release import pace_of

HOURS = 24


@dataclass(frozen=True)
class Mailbox:
    """One address with letters of the cases that were asked for; the plan counts those of all cases."""

    key: str
    point: ContactPoint
    letters: int
    frozen: int
    pace: Pace
    plan: Plan
    late: tuple[Late, ...]
    is_own_pace: bool

    @property
    def ends_at(self) -> datetime | None:
        """By the clock of the office."""
        return self.plan.ends_at.astimezone(clock(self.pace.zone)) if self.plan.ends_at else None

    def now_per_hour(self, now: datetime) -> float:
        return self.pace.at(now)


def outlook(seen: Collection[int], now: datetime) -> list[Mailbox]:
    """Of the actions that may be seen, by primary key; the fullest mailbox first."""
    rows = _waiting()
    points = ContactPoint.objects.select_related("office").in_bulk({point for point, _action, _state in rows})
    boxes: dict[str, list[tuple[ContactPoint, int, str, int]]] = defaultdict(list)
    for (point, action, state), letters in rows.items():
        boxes[lanes.to_address(points[point].value)].append((points[point], action, state, letters))
    known = {lane.key: lane for lane in Lane.objects.filter(key__in=boxes)}
    deadlines = _deadlines({action for _point, action, _state in rows})
    found = [_mailbox(key, box, known.get(key), deadlines, seen, now) for key, box in boxes.items()]
    return sorted((box for box in found if box.letters), key=lambda box: (-box.letters, box.key))


def per_hour(boxes: Iterable[Mailbox], now: datetime) -> list[int]:
    """Letters in each of the next hours, to all of them together."""
    each = [box.plan.per_hour(now, HOURS) for box in boxes]
    return [sum(hour) for hour in zip(*each, strict=True)] if each else [0] * HOURS


def put_off(seen: QuerySet[Delivery]) -> list[tuple[str, int]]:
    """Why letters wait for another try, in the servers' own words, the commonest first."""
    rows = seen.filter(state=DeliveryState.DEFERRED).exclude(error="").order_by()
    return list(rows.values_list("error").annotate(n=Count("pk")).order_by("-n")[:10])


def _waiting() -> dict[tuple[int, int, str], int]:
    rows = Delivery.objects.filter(state__in=WAITING).order_by()
    counted = rows.values_list("contact_point", "action", "state").annotate(n=Count("pk"))
    return {(point, action, state): n for point, action, state, n in counted}


def _deadlines(actions: set[int]) -> dict[int, datetime]:
    """The end of the last day; letters arrive in every zone, so that of the earliest clock is near enough."""
    rows = Action.objects.filter(pk__in=actions, deadline__isnull=False).values_list("pk", "deadline")
    return {pk: datetime.combine(day + timedelta(days=1), time(), UTC) for pk, day in rows if day}


def _mailbox(
    key: str,
    box: Collection[tuple[ContactPoint, int, str, int]],
    lane: Lane | None,
    deadlines: dict[int, datetime],
    seen: Collection[int],
    now: datetime,
) -> Mailbox:
    counts: dict[int, int] = defaultdict(int)
    for _point, action, state, letters in box:
        if state != DeliveryState.FROZEN:
            counts[action] += letters
    point = box_point(box)
    pace = pace_of(lane, point)
    start = max(now, lane.next_at) if lane and lane.next_at else now
    last = lane.turn if lane else 0
    mine = [(state, letters) for _point, action, state, letters in box if action in seen]
    here = {action: deadlines[action] for action in counts if action in deadlines}
    planned = plan(counts, pace, start, here, last)
    return Mailbox(
        key=key,
        point=point,
        letters=sum(letters for _state, letters in mine),
        frozen=sum(letters for state, letters in mine if state == DeliveryState.FROZEN),
        pace=pace,
        plan=planned,
        late=tuple(each for each in late(planned) if each.action in seen),
        is_own_pace=bool(lane and lane.per_hour),
    )


def box_point(box: Collection[tuple[ContactPoint, int, str, int]]) -> ContactPoint:
    """Where several offices share a mailbox, the one that was stored first stands for it."""
    return min((point for point, _action, _state, _letters in box), key=lambda point: point.pk)
