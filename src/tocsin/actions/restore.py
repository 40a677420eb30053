"""Bringing back what an action said, asked and addressed."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from tocsin.directory.models import Office
from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from .add_target import add_target
from .drop_target import drop_target
from .edit_asks import AskRow, edit_asks
from .edit_demands import DemandRow, edit_demands
from .edit_story import edit_story
from .models import Action
from .set_capacity import set_capacity
from .write_letter import write_letter

STORY = ("title", "story", "organiser", "deadline")


def restore_action(pk: int, before: State, by: Member) -> None:
    """A letter that was not there before stays: drop it on its page. Raises CannotRestore, and what the acts raise where an open action would lose what it needs."""
    action = Action.objects.select_related("case").get(pk=pk)
    if not before:
        raise CannotRestore(_("Nothing stood here before. Take it out on the page of the action instead."))
    if "state" in before:
        raise CannotRestore(_("Whether an action is open is decided anew each time, on its own page."))
    if set(before) & set(STORY):
        _restore_story(action, before, by)
    if "demands" in before:
        edit_demands(action, by, [DemandRow(text, goes) for text, goes in before["demands"]])
    if "asks" in before:
        edit_asks(action, by, [AskRow(*row) for row in before["asks"]])
    if "targets" in before:
        _restore_targets(action, dict(before["targets"]), by)
    if "capacities" in before:
        _restore_capacities(action, before["capacities"], by)
    for name, words in before.items():
        if name.startswith("letter "):
            language, _space, capacity = name.removeprefix("letter ").partition(" ")
            write_letter(action, by, language, words[0], words[1], capacity)


def _restore_story(action: Action, before: State, by: Member) -> None:
    told: dict[str, Any] = {name: before.get(name, getattr(action, name)) for name in STORY}
    if isinstance(told["deadline"], str):
        told["deadline"] = date.fromisoformat(told["deadline"])
    edit_story(action, by, **told)


def _restore_targets(action: Action, wanted: dict[int, str], by: Member) -> None:
    for target in action.targets.exclude(office__in=wanted):
        drop_target(target, by)
    for office in Office.objects.filter(pk__in=wanted):
        add_target(action, office, by, wanted[office.pk])


def _restore_capacities(action: Action, wanted: list[list[Any]], by: Member) -> None:
    """Of the offices that it addresses now."""
    stood: dict[int, list[str]] = {office: told for office, *told in wanted}
    for target in action.targets.select_related("office", "action__case"):
        capacity, source, date = stood.get(target.office_id, ["", "", ""])
        if (target.capacity, target.source, target.source_date) != (capacity, source, date):
            set_capacity(target, capacity, by, source, date)
