"""Whether the public has a page about the organisations under an action."""

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.stances.told import standing
from tocsin.actions.models import Action
from tocsin.reports.codes import AskKind

from .signed import shown


def has_organisations(action: Action) -> bool:
    """None while the case rests, none where nobody was asked, has signed or is reported of."""
    if not action.is_visible or action.case.frozen_at:
        return False
    return asks_for(action, AskKind.SIGN_ON) or shown(action).exists() or standing(action.case).exists()
