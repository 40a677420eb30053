"""The coordinator's own gatherings, where two people decide what the public reads: they wait for the second of them."""

from typing import Any

from django.db import transaction
from django.utils.dateparse import parse_date, parse_time
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.actions.second_person import agreed_on, asked_action
from tocsin.cases.models import Case
from tocsin.cases.shown_more.ask import own_request
from tocsin.directory.models import Office
from tocsin.members.models import Member, SecondPersonRequest

from .correct_at_desk import correct_at_desk
from .errors import CannotHost
from .models import Gathering
from .plan import Plan
from .propose import ACT, add_gathering


@transaction.atomic
def ask_to_add(
    action: Action, plan: Plan, by: Member, corrects: Gathering | None = None
) -> SecondPersonRequest:
    """Adds it to what she asked for; of two corrections of one gathering the later holds.

    Raises PermissionDenied, and CannotChange of the case while somebody else's request is open.
    """
    must_publish(action, by)
    request = own_request(ACT, action, by)
    wish = {**_kept(plan), "gathering": corrects.pk if corrects else None}
    others = [one for one in request.wanted if one != wish and not _is_of(one, corrects)]
    request.wanted = [*others, wish]
    request.save(update_fields=["wanted"])
    return request


def asked_plans(request: SecondPersonRequest) -> list[tuple[Plan, Gathering | None]]:
    """Each with the gathering that it corrects, if any."""
    return [(_plan(wish), Gathering.objects.filter(pk=wish["gathering"]).first()) for wish in request.wanted]


def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """Raises CannotAgree."""
    action = asked_action(case, request)
    with agreed_on(action, request):
        for wish, (plan, gathering) in zip(request.wanted, asked_plans(request), strict=True):
            if wish["office"] and not plan.office:
                raise CannotHost({"office": _("The office is gone.")})
            if wish["gathering"] and not gathering:
                raise CannotHost({"": _("The gathering is gone.")})
            if gathering:
                correct_at_desk(gathering, plan, request.asked_by, is_agreed=True)
            else:
                add_gathering(action, plan, request.asked_by, is_agreed=True)


def _is_of(wish: dict[str, Any], gathering: Gathering | None) -> bool:
    return gathering is not None and wish["gathering"] == gathering.pk


def _kept(plan: Plan) -> dict[str, Any]:
    return {
        **vars(plan),
        "on": plan.on.isoformat(),
        "starts": plan.starts.isoformat(),
        "ends": plan.ends.isoformat() if plan.ends else None,
        "office": plan.office.pk if plan.office else None,
    }


def _plan(wish: dict[str, Any]) -> Plan:
    told = {name: value for name, value in wish.items() if name != "gathering"}
    found = {
        "on": parse_date(told["on"]),
        "starts": parse_time(told["starts"]),
        "ends": parse_time(told["ends"]) if told["ends"] else None,
        "office": Office.objects.filter(pk=told["office"]).first(),
    }
    return Plan(**{**told, **found})
