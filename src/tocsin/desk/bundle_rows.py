"""The targets of an action as its page of bundles lists them."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count

from tocsin.actions.models import Action, Target
from tocsin.delivery.bundles.models import Bundle, BundlePlan, When
from tocsin.delivery.bundles.waiting import UNSENT, waiting_counts
from tocsin.delivery.models import Delivery
from tocsin.directory.models import Channel
from tocsin.directory.queries import usable_email


@dataclass(frozen=True)
class BundleRow:
    """`waiting` letters go with the next bundle; `unsent` were given up by mail and can be printed. `made`, newest first."""

    target: Target
    when: When
    waiting: int
    unsent: int
    made: tuple[Bundle, ...]
    has_email: bool
    has_post: bool

    @property
    def printable(self) -> int:
        return self.waiting + self.unsent

    @property
    def is_used(self) -> bool:
        return bool(self.when != When.EACH or self.printable or self.made)


def bundle_rows(action: Action) -> list[BundleRow]:
    """Those in use first, in the action's order; five queries whatever their number."""
    targets = action.targets.select_related("office").prefetch_related("office__contact_points")
    plans = dict(BundlePlan.objects.filter(target__action=action).values_list("target", "when"))
    made: dict[int, list[Bundle]] = defaultdict(list)
    for bundle in action.bundles.select_related("made_by"):
        made[bundle.target_id].append(bundle)
    waits, unsent = waiting_counts([action]), _unsent(action)
    rows = [
        BundleRow(
            target=target,
            when=When(plans.get(target.pk, When.EACH)),
            waiting=waits.get(target.pk, 0),
            unsent=unsent.get(target.pk, 0),
            made=tuple(made[target.pk]),
            has_email=usable_email(target.office) is not None,
            has_post=any(p.channel == Channel.POST and p.value for p in target.office.contact_points.all()),
        )
        for target in targets
    ]
    return sorted(rows, key=lambda row: not row.is_used)


def _unsent(action: Action) -> dict[int, int]:
    rows = Delivery.objects.filter(action=action, state__in=UNSENT, bundled=None, letter__isnull=False)
    return dict(rows.order_by().values_list("target").annotate(n=Count("pk")))
