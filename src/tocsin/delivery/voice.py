"""One person has one voice in one action."""

from tocsin.actions.models import Action


def voice(action: Action) -> str:
    """The words that make a supporter's fingerprint that of this action, and of no other."""
    return f"action {action.pk}"
