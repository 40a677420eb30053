"""A look into the queue of letters: what waits for whom, how fast it leaves, and what holds it back."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tocsin.actions.access import actions_of
from tocsin.actions.models import Action
from tocsin.cases.access import cases_of
from tocsin.delivery.access import deliveries_of
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.holds import standing
from tocsin.delivery.dispatch.models import Hold, Lane
from tocsin.delivery.dispatch.outlook import HOURS, Mailbox, outlook, per_hour, put_off
from tocsin.delivery.dispatch.release import INSTALLATION_PER_HOUR
from tocsin.delivery.states import DeliveryState
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role
from tocsin.post.deliver import post_office

# The drawing: a bar an hour, in units of its own.
STEP, HIGH = 10, 60


@dataclass(frozen=True)
class Row:
    box: Mailbox
    address: str
    per_hour_now: float
    hold: Hold | None
    late: list[tuple[Action, int, datetime]]


@dataclass(frozen=True)
class HourBar:
    """Where a bar of the drawing stands; `letters` in the hour from `at`."""

    at: datetime
    letters: int
    x: int
    y: int
    height: int


@allowed(Role.VIEWER)
def delivery_queue(request: HttpRequest) -> HttpResponse:
    return queue_page(request)


def queue_page(request: HttpRequest, status: int = 200, **wrong: object) -> HttpResponse:
    """The page; `wrong` is what a form had that could not be taken."""
    by, now = member_of(request), timezone.now()
    actions = {action.pk: action for action in actions_of(by)}
    holds = {hold.key: hold for hold in reversed(_holds(by))}
    boxes = outlook(actions, now)
    whole = Lane.objects.filter(key=lanes.INSTALLATION).first()
    context = {
        "rows": [_row(box, holds, actions, now) for box in boxes],
        "waiting": sum(box.letters for box in boxes),
        "bars": _bars(per_hour(boxes, now), now),
        "drawing": {"wide": HOURS * STEP, "high": HIGH},
        "everything": holds.get(lanes.INSTALLATION),
        "of_actions": [hold for hold in holds.values() if hold.action_id],
        "of_domains": [hold for key, hold in holds.items() if key.startswith("to @")],
        "open_actions": _to_stop(by, boxes, holds),
        "put_off": put_off(deliveries_of(by)),
        "wait_for_writers": deliveries_of(by).filter(state=DeliveryState.NAMES).count(),
        "whole_per_hour": (whole and whole.per_hour) or INSTALLATION_PER_HOUR,
        "may_stop": by.holds(Role.PUBLISHER),
        "mail_leaves": post_office().is_real,
        **wrong,
    }
    return render(request, "desk/delivery_queue.html", context, status=status)


def _holds(by: Member) -> list[Hold]:
    """Those of the whole, of addresses, and of the actions that she may see; the gravest cause first."""
    rows = standing().select_related("action", "by")
    return list(rows.filter(action=None) | rows.filter(action__case__in=cases_of(by)))


def _to_stop(by: Member, boxes: list[Mailbox], holds: dict[str, Hold]) -> QuerySet[Action]:
    """Actions with letters that wait, which she may stop."""
    waiting = {action for box in boxes for action in box.plan.waiting}
    stopped = [hold.action_id for hold in holds.values() if hold.action_id]
    of_hers = actions_of(by).filter(case__in=cases_of(by, Role.PUBLISHER))
    return of_hers.filter(pk__in=waiting).exclude(pk__in=stopped)


def _row(box: Mailbox, holds: dict[str, Hold], actions: dict[int, Action], now: datetime) -> Row:
    return Row(
        box=box,
        address=box.point.value,
        per_hour_now=box.now_per_hour(now),
        hold=holds.get(box.key) or holds.get(lanes.to_domain(box.key)),
        late=[(actions[late.action], late.letters, late.bundle_from) for late in box.late],
    )


def _bars(letters: list[int], now: datetime) -> list[HourBar]:
    most = max([*letters, 1])
    heights = [round((HIGH - 2) * each / most) if each else 0 for each in letters]
    return [
        HourBar(now + timedelta(hours=hour), letters[hour], hour * STEP, HIGH - height, height)
        for hour, height in enumerate(heights)
    ]
