"""Whether an action asks for something: what its coordinator wrote among its asks decides."""

from tocsin.actions.models import Action
from tocsin.reports.codes import AskKind


def asks_for(action: Action, kind: AskKind) -> bool:
    return action.asks.filter(kind=kind).exists()
