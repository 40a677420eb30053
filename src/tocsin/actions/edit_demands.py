"""Changing the demands of an action."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.members.models import Member

from .edit import editing
from .models import Action, ActionDemand


@dataclass(frozen=True)
class DemandRow:
    """A demand as edited; `pk` is empty for a new one."""

    text: str
    goes_into_letter: bool = True
    pk: int | None = None


def edit_demands(action: Action, by: Member, rows: Sequence[DemandRow]) -> None:
    """Makes `rows` the demands, in that order. A row without text, and a demand without a row, goes."""
    kept = [row for row in rows if row.text.strip()]
    with editing(action, by, "action.demands_edited", count=len(kept)) as changed:
        changed.demands.exclude(pk__in=[row.pk for row in kept if row.pk]).delete()
        for position, row in enumerate(kept):
            demand = changed.demands.filter(pk=row.pk or 0).first() or ActionDemand(action=changed)
            demand.text, demand.goes_into_letter = row.text.strip(), row.goes_into_letter
            demand.position = position
            demand.save()
