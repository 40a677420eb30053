"""What is asked once more right before a letter leaves: much may have changed since it was confirmed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.actions.models import Action, ActionState

LEAVES = {ActionState.PUBLISHED, ActionState.CLOSED}


@dataclass(frozen=True)
class Obstacle:
    """Why a letter may not leave, in words for the desk; `for_now` where that may pass.

    `names_of`: the case (by key) of somebody whose name was taken back, and stands in its writer's own words.
    """

    reason: str
    for_now: bool = False
    names_of: int | None = None


def obstacle_of(action: Action) -> Obstacle | None:
    """None where letters of the action may leave, by whatever way."""
    if action.is_sample:
        return Obstacle(_("A sample action is history: its letters are never sent."))
    if action.state not in LEAVES:
        return Obstacle(_("The action was withdrawn."))
    if action.case.frozen_at:
        return Obstacle(_("The case is frozen: its letters wait until it is released."), for_now=True)
    return None
