"""Stances that wait for a second person, where two decide what the public reads; what one member asks for is one request."""

from datetime import date
from typing import Any

from django.db import transaction

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.actions.second_person import agreed_on, asked_action
from tocsin.cases.models import Case
from tocsin.cases.shown_more.ask import add_wish, own_request
from tocsin.members.models import Member, SecondPersonRequest

from .record_stance import ACT, Reported, record_stance


@transaction.atomic
def ask_to_record(action: Action, told: Reported, by: Member) -> SecondPersonRequest:
    """Adds it to what she asked for. Raises PermissionDenied, and CannotChange of the case while somebody else's request is open."""
    must_publish(action, by)
    return add_wish(own_request(ACT, action, by), _kept(told))


def asked_stances(action: Action, request: SecondPersonRequest) -> list[Reported]:
    """A report that is gone by now leaves its stance without a source."""
    return [_told(action, wish) for wish in request.wanted]


def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """Raises CannotAgree."""
    action = asked_action(case, request)
    with agreed_on(action, request):
        for told in asked_stances(action, request):
            record_stance(action, told, request.asked_by, is_agreed=True)


def _kept(told: Reported) -> dict[str, Any]:
    said_on = told.said_on.isoformat() if told.said_on else None
    return {**vars(told), "said_on": said_on, "report": told.report.pk if told.report else None}


def _told(action: Action, wish: dict[str, Any]) -> Reported:
    said_on = date.fromisoformat(wish["said_on"]) if wish["said_on"] else None
    report = action.case.reports.filter(pk=wish["report"]).first()
    return Reported(**{**wish, "said_on": said_on, "report": report})
