"""What an action's page says of the asks that this site takes in itself."""

from typing import Any

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.donate.told import causes_of
from tocsin.actions.asks.gather.queries import day_view
from tocsin.actions.asks.messages.told import told_messages
from tocsin.actions.asks.sign_on.signed import signed
from tocsin.actions.asks.stances.told import sides
from tocsin.actions.models import Action
from tocsin.delivery.cell_note.last_note import last_note
from tocsin.reports.codes import AskKind


def beside_the_letter(action: Action) -> dict[str, Any]:
    """Words for the template; nothing is asked of anybody once the action is closed or rests."""
    is_open = action.is_open and not action.case.frozen_at
    return {
        "asks_sign_on": is_open and asks_for(action, AskKind.SIGN_ON),
        "signed": signed(action),
        "note": last_note(action),
        "asks_messages": is_open and asks_for(action, AskKind.SOLIDARITY_MESSAGE),
        "told_messages": told_messages(action),
        "day": day_view(action),
        "causes": causes_of(action),
        "has_sides": bool(sides(action.case)),
    }
