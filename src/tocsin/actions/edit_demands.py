"""Changing the demands of an action."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.members.models import Member

from .edit import editing
from .models import Action
from .put import DemandRow, put_demands


def edit_demands(action: Action, by: Member, rows: Sequence[DemandRow]) -> None:
    """Makes `rows` the demands, in that order. A row without text, and a demand without a row, goes."""
    kept = [replace(row, text=row.text.strip()) for row in rows if row.text.strip()]
    with editing(action, by, "action.demands_edited", says=["demands"], count=len(kept)) as changed:
        put_demands(changed, kept)
