"""Of a closed action nothing more is hosted, and nothing that was hosted is corrected."""

from django.utils.translation import gettext as _

from tocsin.actions.models import Action, ActionState

from .errors import CannotHost


def closed_words(action: Action) -> str:
    """As its public page says it; empty of an action that is not closed."""
    if action.state != ActionState.CLOSED:
        return ""
    return f"{_('This action is closed.')} {_('Nobody is asked to come any more. What was reported stays.')}"


def must_not_be_closed(action: Action) -> None:
    """Raises CannotHost."""
    if words := closed_words(action):
        raise CannotHost({"": words})
