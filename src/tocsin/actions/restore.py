"""Bringing back what an action said, asked and addressed."""

from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from .drop_target import take_off
from .edit import editing
from .models import Action
from .put import put


def restore_action(pk: int, before: State, by: Member) -> None:
    """A letter that was not there before stays: drop it on its page. Raises CannotRestore, and what the acts raise where an open action would lose what it needs."""
    action = Action.objects.select_related("case").get(pk=pk)
    if not before:
        raise CannotRestore(_("Nothing stood here before. Take it out on the page of the action instead."))
    if "state" in before:
        raise CannotRestore(_("Whether an action is open is decided anew each time, on its own page."))
    with editing(action, by, "action.brought_back") as changed:
        if "targets" in before:
            _take_others_off(changed, before["targets"])
        put(changed, _with_every_office(changed, before))


def _take_others_off(action: Action, wanted: list[list[object]]) -> None:
    for target in action.targets.exclude(office__in=[office for office, _role in wanted]):
        take_off(target)


def _with_every_office(action: Action, before: State) -> State:
    """Who stood nowhere in a list of capacities was written to as who answers."""
    if "capacities" not in before:
        return before
    named = {office for office, *_told in before["capacities"]}
    others = action.targets.exclude(office__in=named).values_list("office", flat=True)
    return {**before, "capacities": [*before["capacities"], *([office, "", "", ""] for office in others)]}
