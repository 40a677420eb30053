"""Telling the pages that something about an action's gatherings is not what it was."""

from tocsin.actions.models import Action
from tocsin.jobs.enqueue import enqueue_and_do


def gatherings_changed(action: Action) -> None:
    """Called by every act that changes what may be public, inside its transaction: the pages go before it is stored."""
    if action.is_visible:
        enqueue_and_do("pages.render", {"action": action.pk})
