"""Taking the letters out, some hundred a transaction: each with its place in the history, its bundle and the count."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.bundles.leave_bundle import leave_bundle
from tocsin.delivery.counting.count_new import count_these
from tocsin.delivery.dispatch.changes import note
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.jobs.errors import Retry

from .left import had_left
from .models import TakenOut, TakeOut
from .rule import meant, rule_of

A_BATCH = 500
# Out already, by another worker or another rule; or with a worker, who finds out what comes of it.
NOT_NOW = {DeliveryState.TAKEN_OUT, DeliveryState.SENDING}
# Seconds until letters that were being sent, or confirmed, at that very moment are looked at again.
AGAIN = 30


def carry_out(payload: dict[str, Any]) -> None:
    """Does a job of kind `delivery.take_out`. Ended in the middle, it goes on where it was."""
    made = TakeOut.objects.select_related("action").get(pk=payload["take_out"])
    rows = meant(made.action, rule_of(made.rule)).order_by("pk")
    # Looked up once, and outside of any transaction: a rule may have to read every letter of the action.
    keys = list(rows.values_list("pk", flat=True))
    found = sum(_some(made, keys[start : start + A_BATCH]) for start in range(0, len(keys), A_BATCH))
    if found or made.ended_at is None:
        _end(made)
    if made.put_back_at is None and rows.exists():
        raise Retry(_("Some of these letters were being sent."), AGAIN)


@transaction.atomic
def _some(made: TakeOut, keys: Sequence[int]) -> int:
    """How many rows; none once it was put back. What leaves, or is held by somebody, at this moment waits its turn."""
    if TakeOut.objects.select_for_update().get(pk=made.pk).put_back_at:
        return 0
    free = Delivery.objects.filter(pk__in=keys).exclude(state__in=NOT_NOW).order_by("pk")
    locked = free.select_for_update(of=("self",), skip_locked=True).values_list("pk", flat=True)
    rows = Delivery.objects.filter(pk__in=list(locked))
    left = set(rows.filter(had_left()).values_list("pk", flat=True))
    leave_bundle(rows.exclude(pk__in=left))
    return _take(made, rows, left)


def _take(made: TakeOut, rows: QuerySet[Delivery], left: set[int]) -> int:
    found = list(rows.values_list("pk", "state", "is_copy"))
    TakenOut.objects.bulk_create(
        TakenOut(take_out=made, delivery_id=pk, was=state) for pk, state, _is_copy in found
    )
    now, why = timezone.now(), _("Taken out: %s") % made.reason
    rows.update(state=DeliveryState.TAKEN_OUT, error="", not_before=None, due_at=None, changed_at=now)
    note([(pk, was, DeliveryState.TAKEN_OUT, why) for pk, was, _is_copy in found], now)
    count_these(Delivery.objects.filter(pk__in=[pk for pk, _was, is_copy in found if not is_copy]))
    _add(made, [(pk, was) for pk, was, is_copy in found if not is_copy], left)
    return len(found)


def _add(made: TakeOut, letters: Sequence[tuple[int, str]], left: set[int]) -> None:
    unconfirmed = sum(was == DeliveryState.UNCONFIRMED for _pk, was in letters)
    TakeOut.objects.filter(pk=made.pk).update(
        counted=F("counted") + len(letters) - unconfirmed,
        had_left=F("had_left") + sum(pk in left for pk, _was in letters),
        unconfirmed=F("unconfirmed") + unconfirmed,
    )


@transaction.atomic
def _end(made: TakeOut) -> None:
    """The page says it from now on; before, its number would still have grown."""
    made.ended_at = timezone.now()
    made.save(update_fields=["ended_at"])
    enqueue_and_do("pages.render", {"action": made.action_id})
