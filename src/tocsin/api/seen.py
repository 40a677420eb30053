"""Which action an address of the API means, and whether it may be seen."""

from django.conf import settings

from tocsin.actions.models import Action, ActionState
from tocsin.look.languages import open_path

from .problem import gone, no_such


def seen_action(slug: str) -> Action:
    """Open or closed, and of no case that is frozen. Raises Problem."""
    action = Action.objects.select_related("case").filter(slug=slug).first()
    if action and (action.state == ActionState.WITHDRAWN or (action.is_visible and action.case.frozen_at)):
        raise gone()
    if action is None or not action.is_visible:
        raise no_such("slug")
    return action


def whole(name: str, *parts: str) -> str:
    """A whole address of this site."""
    return settings.PUBLIC_URL + open_path(name, *parts)
