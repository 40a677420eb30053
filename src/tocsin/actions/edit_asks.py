"""Changing what supporters are asked to do."""

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.members.models import Member

from .edit import editing
from .models import Action, Ask


@dataclass(frozen=True)
class AskRow:
    """An ask as edited; `kind` empty removes it, `pk` is empty for a new one, `when` is EDTF."""

    kind: str
    text: str = ""
    audience: str = ""
    when: str = ""
    pk: int | None = None


def edit_asks(action: Action, by: Member, rows: Sequence[AskRow]) -> None:
    """Makes `rows` the asks, in that order. A row without kind, and an ask without a row, goes."""
    kept = [row for row in rows if row.kind]
    with editing(action, by, "action.asks_edited", kinds=[row.kind for row in kept]) as changed:
        changed.asks.exclude(pk__in=[row.pk for row in kept if row.pk]).delete()
        for position, row in enumerate(kept):
            ask = changed.asks.filter(pk=row.pk or 0).first() or Ask(action=changed)
            ask.kind, ask.text, ask.position = row.kind, row.text.strip(), position
            ask.audience, ask.when = row.audience.strip(), row.when.strip()
            ask.save()
