"""The newest note of an action, as long as the public may see any."""

from tocsin.actions.models import Action

from .models import CellNote


def last_note(action: Action) -> CellNote | None:
    """None while the action is not to be seen or its case is frozen."""
    if not action.is_visible or action.case.frozen_at:
        return None
    return CellNote.objects.filter(action=action).first()
