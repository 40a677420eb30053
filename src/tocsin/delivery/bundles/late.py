"""Letters that would arrive after their action's deadline go together, in time."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from django.db.models import Count, QuerySet

from tocsin.actions.models import Action, ActionState
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.models import Lane
from tocsin.delivery.dispatch.release import pace_of
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.pacing.plan import BEFORE_DEADLINE, plan
from tocsin.delivery.pacing.share import served
from tocsin.directory.models import ContactPoint

from .bundle import CannotBundle, bundle
from .models import BundleKind

NOT_BEGUN = {DeliveryState.QUEUED, DeliveryState.DEFERRED}


def bundle_late_letters(now: datetime) -> None:
    """In the last hours before a deadline, whatever does not all leave in time at its address's pace goes as digests."""
    for action in _ending(now):
        for point in _written_to(action):
            if _is_late(action, point, now):
                try:
                    bundle(_waiting(point).filter(action=action), BundleKind.DIGEST, now=now)
                except CannotBundle:
                    continue


def deadline_of(action: Action) -> datetime | None:
    """The end of its last day."""
    if action.deadline is None:
        return None
    return datetime.combine(action.deadline + timedelta(days=1), time(), UTC)


def _ending(now: datetime) -> Iterator[Action]:
    days = (now.date() - timedelta(days=1), now.date() + timedelta(days=1))
    for action in Action.objects.filter(state=ActionState.PUBLISHED, deadline__range=days).order_by("pk"):
        end = deadline_of(action)
        if end and end - BEFORE_DEADLINE <= now < end:
            yield action


def _written_to(action: Action) -> list[ContactPoint]:
    """One for each address with letters of the action that wait."""
    waits = Delivery.objects.filter(action=action, state__in=NOT_BEGUN).order_by().values("contact_point")
    points = ContactPoint.objects.filter(pk__in=waits).select_related("office").order_by("pk")
    return list({lanes.to_address(point.value): point for point in reversed(points)}.values())


def _waiting(point: ContactPoint) -> QuerySet[Delivery]:
    """All letters that wait for an address, whichever offices share it."""
    return Delivery.objects.filter(contact_point__value__iexact=point.value, state__in=NOT_BEGUN)


def _is_late(action: Action, point: ContactPoint, now: datetime) -> bool:
    lane = Lane.objects.filter(key=lanes.to_address(point.value)).first()
    counts = dict(_waiting(point).order_by().values_list("action").annotate(n=Count("pk")))
    start = max(now, lane.next_at) if lane and lane.next_at else now
    planned = plan(counts, pace_of(lane, point), start, last=lane.turn if lane else 0)
    in_time = served(planned.waiting, planned.before(deadline_of(action) or now), planned.last)
    return in_time.get(action.pk, 0) < counts.get(action.pk, 0)
