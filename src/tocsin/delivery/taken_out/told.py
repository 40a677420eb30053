"""What the public reads of letters that were taken out, and put back: never less than what was done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from tocsin.actions.models import Action
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery
from tocsin.delivery.states import DeliveryState

from .models import TakeOut


@dataclass(frozen=True)
class Told:
    """`letters` stood in the count until `on`; of these `had_left` were with the office and cannot be called back."""

    letters: int
    had_left: int
    on: date
    reason: str
    back_on: date | None
    back_why: str


def told(action: Action) -> list[Told]:
    """The first one first. What stood in no count is nobody's concern; names that the case withholds are out."""
    return list(_told(action))


def why_taken_out(delivery: Delivery) -> str:
    """In the words of whoever did it, before any mask; empty for a letter that counts."""
    if delivery.state != DeliveryState.TAKEN_OUT:
        return ""
    rows = TakeOut.objects.filter(letters__delivery=delivery).order_by("-pk")
    return rows.values_list("reason", flat=True).first() or ""


def _told(action: Action) -> Iterator[Told]:
    mask = case_mask(action.case)
    for row in TakeOut.objects.filter(action=action, ended_at__isnull=False, counted__gt=0).order_by("pk"):
        yield Told(
            letters=row.counted,
            had_left=row.had_left,
            on=timezone.localdate(row.at),
            reason=mask.text(row.reason),
            back_on=timezone.localdate(row.put_back_at) if row.put_back_at else None,
            back_why=mask.text(row.put_back_why),
        )
