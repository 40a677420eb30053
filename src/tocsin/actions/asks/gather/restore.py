"""Bringing back how a gathering was planned, and what was told of how it went."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from django.utils.translation import gettext as _

from tocsin.directory.models import Office
from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State
from tocsin.members.second_person import NeedsSecondPerson

from .correct_at_desk import correct_at_desk
from .models import Gathering
from .plan import FIELDS, Plan, plan_of
from .report_back import report_at_desk


def restore_gathering(pk: int, before: State, by: Member) -> None:
    """The plan, or what was told of how it went. Raises CannotRestore, and CannotHost as correcting it by hand does."""
    gathering = Gathering.objects.select_related("action__case", "action__called_day").get(pk=pk)
    if set(before) & set(FIELDS):
        plan = _plan_of_then(gathering, before)
        _or_by_two(lambda: correct_at_desk(gathering, plan, by))
    elif before.get("turnout") is not None or before.get("told"):
        turnout = before.get("turnout") or gathering.turnout or 0
        told = before.get("told", gathering.told)
        _or_by_two(lambda: report_at_desk(gathering, turnout, told, by))
    else:
        raise CannotRestore(_("What is shown of a gathering is decided anew each time, beside it."))


def _or_by_two(act: Callable[[], object]) -> None:
    try:
        act()
    except NeedsSecondPerson:
        raise CannotRestore(
            _("Two people decide what the public reads: correct it on its own page, which asks the second.")
        ) from None


def _plan_of_then(gathering: Gathering, before: State) -> Plan:
    return replace(
        plan_of(gathering), **{name: _value(name, before[name]) for name in FIELDS if name in before}
    )


def _value(name: str, kept: Any) -> Any:
    """What was made plain to be kept, as a plan has it. The office may be gone by now."""
    if kept is None:
        return None
    if name == "on":
        return date.fromisoformat(kept)
    if name in ("starts", "ends"):
        return time.fromisoformat(kept)
    return Office.objects.filter(pk=kept).first() if name == "office" else kept
