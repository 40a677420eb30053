"""Digests are made when their day or week is over, and before it is too late."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from tocsin.actions.models import Action, Target

from .bundle import CannotBundle, bundle
from .late import bundle_late_letters
from .models import BundleKind, BundlePlan, When
from .waiting import waiting

DAY = timedelta(days=1)
PERIODS = {When.DAILY: DAY, When.WEEKLY: timedelta(days=7)}
# Close to the deadline an office gets a digest as often as this, whatever the plan.
IN_HASTE = timedelta(hours=12)


def make_due_bundles(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `delivery.due_bundles`. What cannot be bundled now is tried again the next time."""
    now = now or timezone.now()
    bundle_late_letters(now)
    for target in Target.objects.filter(pk__in=waiting().order_by().values("target")).select_related(
        "action"
    ):
        if is_due(target, now):
            try:
                bundle(waiting().filter(target=target), BundleKind.DIGEST, now=now)
            except CannotBundle:
                continue


def is_due(target: Target, now: datetime) -> bool:
    """Letters kept for paper never are; those of a target whose letters go by themselves are at once: they were late."""
    plan = BundlePlan.objects.filter(target=target).first()
    if plan is None or plan.when == When.EACH:
        return True
    if plan.when == When.PAPER:
        return False
    sent = target.bundles.filter(kind=BundleKind.DIGEST).first()
    since = max(plan.since, sent.made_at) if sent else plan.since
    pause = PERIODS[When(plan.when)]
    return now >= since + (min(pause, IN_HASTE) if _is_urgent(target.action, now) else pause)


def _is_urgent(action: Action, now: datetime) -> bool:
    if not action.is_open:
        return True
    return action.deadline is not None and timezone.localdate(now) >= action.deadline - 2 * DAY
