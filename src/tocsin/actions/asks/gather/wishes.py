"""What one publisher asks of a second one about gatherings, kept with the request as both read it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.dateparse import parse_date, parse_time

from tocsin.directory.models import Office

from .models import Gathering
from .plan import Plan, plan_of

Wish = dict[str, Any]


class Wanted(StrEnum):
    ADD = "add"
    CORRECT = "correct"
    SHOW = "show"  # what its host proposes
    TELL = "tell"  # how it went, by the desk
    SHOW_REPORT = "show_report"  # how it went, by its host


@dataclass(frozen=True)
class Asked:
    """A wish read back; `gathering` is None where it is gone, `office_is_gone` where the plan had one."""

    wanted: Wanted
    gathering: Gathering | None
    plan: Plan | None = None
    turnout: int = 0
    told: str = ""
    office_is_gone: bool = False


def of_plan(wanted: Wanted, plan: Plan, gathering: Gathering | None) -> Wish:
    return {
        **vars(plan),
        "on": plan.on.isoformat(),
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat() if plan.ends else None,
        "office": plan.office.pk if plan.office else None,
        "wanted": wanted.value,
        "gathering": gathering.pk if gathering else None,
    }


def of_report(wanted: Wanted, gathering: Gathering, turnout: int, told: str) -> Wish:
    return {"wanted": wanted.value, "gathering": gathering.pk, "turnout": turnout, "told": told}


def takes_the_place_of(wish: Wish, other: Wish) -> bool:
    """Of two corrections of one gathering, or of two reports of it, the later holds."""
    is_report = "turnout" in wish
    same = wish["gathering"] is not None and wish["gathering"] == other["gathering"]
    return wish == other or (same and is_report == ("turnout" in other))


def read_wish(wish: Wish) -> Asked:
    gathering = Gathering.objects.filter(pk=wish["gathering"]).select_related("action__case").first()
    if "turnout" in wish:
        return Asked(Wanted(wish["wanted"]), gathering, None, wish["turnout"], wish["told"])
    # Requests of an earlier version only asked for own gatherings and their corrections.
    wanted = Wanted(wish.get("wanted") or ("correct" if wish["gathering"] else "add"))
    plan = _plan(wish)
    return Asked(wanted, gathering, plan, office_is_gone=bool(wish["office"]) and plan.office is None)


def is_as_asked(asked: Asked, gathering: Gathering) -> bool:
    """Whether what its host said is still what both publishers read."""
    if asked.wanted is Wanted.SHOW:
        return plan_of(gathering) == asked.plan
    return asked.wanted is not Wanted.SHOW_REPORT or (
        (gathering.turnout, gathering.told) == (asked.turnout, asked.told)
    )


def _plan(wish: Wish) -> Plan:
    told = {name: value for name, value in wish.items() if name not in ("gathering", "wanted")}
    found = {
        "on": parse_date(told["on"]),
        "starts": parse_time(told["starts"]),
        "ends": parse_time(told["ends"]) if told["ends"] else None,
        "office": Office.objects.filter(pk=told["office"]).first(),
    }
    return Plan(**{**told, **found})
