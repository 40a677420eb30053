"""The organisations that signed on to an action: what waits for a look, what is shown, what was not taken."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.access import on_action
from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.sign_on.listed import has_organisations
from tocsin.actions.asks.sign_on.models import Endorsement, EndorsementState
from tocsin.actions.asks.stances.told import standing
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.language.countries import country_name
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.codes import AskKind

from .action_edit import find_action
from .stance_form import StanceForm

S = EndorsementState


@dataclass(frozen=True)
class Group:
    """Endorsements in one state, under its heading."""

    state: str
    heading: str
    rows: list[tuple[Endorsement, str]]


@on_action(Role.REVIEWER)
def action_organisations(request: HttpRequest, slug: str) -> HttpResponse:
    return organisations_page(request, find_action(slug))


def organisations_page(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    """The page; `wrong` says at which endorsement an act was refused, why, and what was typed."""
    page = {
        "action": action,
        "has_list": has_organisations(action),
        "asks_sign_on": asks_for(action, AskKind.SIGN_ON),
        "groups": [group for group in _groups(action) if group.rows],
        "asked": action.endorsements.filter(state=S.ASKED).count(),
        "stances": standing(action.case),
        "stance_form": StanceForm(action),
        "may_decide": holds_on(action.case, member_of(request), Role.PUBLISHER),
        **wrong,
    }
    return render(request, "desk/organisations.html", page, status=422 if wrong else 200)


def _groups(action: Action) -> list[Group]:
    headings = {
        S.WAITING: _("Confirmed, not shown yet"),
        S.BY_HAND: _("To be confirmed by hand"),
        S.SHOWN: _("On the public list"),
        S.REFUSED: _("Not taken"),
        S.WITHDRAWN: _("Withdrawn"),
    }
    found = list(action.endorsements.exclude(state=S.ASKED).select_related("action__case", "confirmed_by"))
    return [
        Group(state, heading, [_row(one) for one in found if one.state == state])
        for state, heading in headings.items()
    ]


def _row(endorsement: Endorsement) -> tuple[Endorsement, str]:
    return endorsement, country_name(endorsement.country, get_language() or "en")
