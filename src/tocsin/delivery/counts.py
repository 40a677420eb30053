"""How many letters, each kind apart: we say what we know."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q

from tocsin.actions.models import Action
from tocsin.delivery.models import CONFIRMED, Delivery, DeliveryState, Handover


@dataclass(frozen=True)
class Counts:
    """`handed_over`: letters that supporters say they sent themselves. `confirmed`: given to us and confirmed.
    `accepted`: of these, taken by the target's mail server. `bundled`: put together with others, in a mail or on
    paper. Whether anyone read them we do not know.
    Copies of a letter count for nothing."""

    handed_over: int = 0
    confirmed: int = 0
    accepted: int = 0
    bundled: int = 0


def counts(action: Action) -> Counts:
    return counts_of([action.pk])[action.pk]


def counts_of(actions: Iterable[int]) -> dict[int, Counts]:
    """The counts of many actions, by primary key, in two queries."""
    wanted = list(actions)
    handed = dict(Handover.objects.filter(action__in=wanted).values_list("action").annotate(n=Count("pk")))
    sent = {
        action: kinds
        for action, *kinds in Delivery.objects.filter(action__in=wanted, is_copy=False)
        .values_list("action")
        .annotate(
            confirmed=Count("pk", filter=Q(state__in=CONFIRMED)),
            accepted=Count("pk", filter=Q(state=DeliveryState.ACCEPTED)),
            together=Count("pk", filter=Q(bundled__isnull=False)),
        )
    }
    return {pk: Counts(handed.get(pk, 0), *sent.get(pk, ())) for pk in wanted}
