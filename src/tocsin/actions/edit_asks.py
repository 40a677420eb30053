"""Changing what supporters are asked to do."""

from collections.abc import Sequence
from dataclasses import replace

from tocsin.members.models import Member

from .edit import editing
from .models import Action
from .put import AskRow, put_asks


def edit_asks(action: Action, by: Member, rows: Sequence[AskRow]) -> None:
    """Makes `rows` the asks, in that order. A row without kind, and an ask without a row, goes."""
    kept = [_stripped(row) for row in rows if row.kind]
    kinds = [row.kind for row in kept]
    with editing(action, by, "action.asks_edited", says=["asks"], kinds=kinds) as changed:
        put_asks(changed, kept)


def _stripped(row: AskRow) -> AskRow:
    return replace(row, text=row.text.strip(), audience=row.audience.strip(), when=row.when.strip())
