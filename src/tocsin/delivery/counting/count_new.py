"""Adding up what is new since the last time: the cost is that of the new rows, however many were counted before.

Each letter bears the state in which it was counted last. Where that is another one than it has now, the difference goes
into its action's tally in the transaction that notes the new one: whatever ends it in between, nothing is lost or
counted twice. Letters themselves never touch a tally, so that no two of them wait for each other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

from django.db import transaction
from django.db.models import F, QuerySet

from tocsin.delivery.models import Delivery, Handover
from tocsin.delivery.states import UNCOUNTED, DeliveryState

from .models import PartnerTally, Tally

A_BATCH = 2_000
_ALSO: dict[str, tuple[str, ...]] = {
    DeliveryState.ACCEPTED: ("accepted",),
    DeliveryState.TOGETHER: ("bundled",),
}
# Of one action and of the partner that brought the letter, if one did, which count changes by how much.
Changes = Counter[tuple[int, int | None, str]]
OF_PARTNERS = frozenset({"handed_over", "confirmed"})


def count_new() -> int:
    """How many rows were new. Any number of workers may do it at once; each row is counted by one of them."""
    return _until_none_is_left(_count_letters) + _until_none_is_left(_count_handovers)


def uncounted() -> QuerySet[Delivery]:
    """Letters that changed since they were counted; copies count for nothing."""
    return Delivery.objects.filter(is_copy=False).exclude(counted_as=F("state"))


@transaction.atomic
def count_these(letters: QuerySet[Delivery], most: int | None = None) -> int:
    """Counts them in the caller's transaction; what another worker holds at this moment is his to count."""
    free = letters.select_for_update(of=("self",), skip_locked=True).order_by("pk")
    rows = list(free.values_list("pk", "action", "partner", "counted_as", "state")[:most])
    changes: Changes = Counter()
    for _pk, action, partner, was, now in rows:
        changes.update((action, partner, name) for name in counted_in(now))
        changes.subtract((action, partner, name) for name in counted_in(was))
    _add(changes)
    Delivery.objects.filter(pk__in=[pk for pk, *_ in rows]).update(counted_as=F("state"))
    return len(rows)


def counted_in(state: str) -> Iterable[str]:
    """The counts in which a letter in this state stands."""
    return () if state in UNCOUNTED else ("confirmed", *_ALSO.get(state, ()))


def _count_letters() -> int:
    return count_these(uncounted(), A_BATCH)


@transaction.atomic
def _count_handovers() -> int:
    new = Handover.objects.filter(is_counted=False).select_for_update(skip_locked=True).order_by("pk")
    rows = list(new.values_list("pk", "action", "partner")[:A_BATCH])
    _add(Counter((action, partner, "handed_over") for _pk, action, partner in rows))
    Handover.objects.filter(pk__in=[pk for pk, *_ in rows]).update(is_counted=True)
    return len(rows)


def _add(changes: Changes) -> None:
    """Always in the same order, so that two workers cannot lock each other out."""
    of_actions: Counter[tuple[int, str]] = Counter()
    of_partners: dict[tuple[int, int], Counter[str]] = defaultdict(Counter)
    for (action, partner, name), n in changes.items():
        of_actions[action, name] += n
        if partner and name in OF_PARTNERS:
            of_partners[action, partner][name] += n
    for action in sorted({action for action, _name in of_actions}):
        mine = {name: F(name) + n for (of, name), n in of_actions.items() if of == action and n}
        if mine:
            Tally.objects.get_or_create(action_id=action)
            Tally.objects.filter(action=action).update(**mine)
    for (action, partner), counted in sorted(of_partners.items()):
        row, _is_new = PartnerTally.objects.get_or_create(action_id=action, partner_id=partner)
        PartnerTally.objects.filter(pk=row.pk).update(**{name: F(name) + n for name, n in counted.items()})


def _until_none_is_left(count_some: Callable[[], int]) -> int:
    """A batch a transaction, so that nobody waits long for it."""
    counted = 0
    while some := count_some():
        counted += some
    return counted
