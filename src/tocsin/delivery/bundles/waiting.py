"""Which letters wait for a bundle."""

from collections.abc import Iterable

from django.db.models import Count, QuerySet

from tocsin.actions.models import Action, Target
from tocsin.delivery.models import Delivery, DeliveryState

from .models import BundlePlan, When

# Given up by mail, they can still be printed.
UNSENT = {DeliveryState.FAILED, DeliveryState.BOUNCED}


def goes_by_itself(target: Target) -> bool:
    return when_of(target) == When.EACH


def when_of(target: Target) -> When:
    plan = BundlePlan.objects.filter(target=target).first()
    return When(plan.when) if plan else When.EACH


def waiting() -> QuerySet[Delivery]:
    """Confirmed, to go in a bundle, and in none yet. Without those that were erased."""
    rows = Delivery.objects.filter(state=DeliveryState.BUNDLED, bundled__isnull=True, letter__isnull=False)
    return rows.order_by("pk")


def printable(target: Target) -> QuerySet[Delivery]:
    """What paper can carry: what waits for it, and what mail has given up."""
    unsent = Delivery.objects.filter(state__in=UNSENT, bundled__isnull=True, letter__isnull=False)
    return (waiting() | unsent).filter(target=target).order_by("pk")


def waiting_counts(actions: Iterable[Action]) -> dict[int, int]:
    """Target -> letters that wait for a bundle."""
    rows = waiting().order_by().filter(action__in=list(actions)).values_list("target").annotate(n=Count("pk"))
    return dict(rows)
