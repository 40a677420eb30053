"""An outcome that waits for a second person, where two decide what the public reads; what follows from it waits with it."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.actions.second_person import agreed_on, asked_action
from tocsin.cases.models import Case
from tocsin.cases.shown_more.ask import add_wish, own_request
from tocsin.directory.models import Office
from tocsin.members.models import Member, SecondPersonRequest

from .record_outcome import ACT, Told, record_outcome


@transaction.atomic
def ask_to_record(action: Action, told: Told, by: Member) -> SecondPersonRequest:
    """Adds it to what she asked for. Raises PermissionDenied, and CannotChange of the case while somebody else's request is open."""
    must_publish(action, by)
    return add_wish(own_request(ACT, action, by), _kept(told))


def asked_outcomes(action: Action, request: SecondPersonRequest) -> list[Told]:
    """A report, inquiry or office that is gone by now is left out."""
    return [_told(action, wish) for wish in request.wanted]


def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """Raises CannotAgree."""
    action = asked_action(case, request)
    with agreed_on(action, request):
        for wish, told in zip(request.wanted, asked_outcomes(action, request), strict=True):
            if len(told.offices) < len(wish["offices"]):
                raise CannotChange(_("An office that was to be written to next is gone."))
            record_outcome(action, told, request.asked_by, is_agreed=True)


def _kept(told: Told) -> dict[str, Any]:
    return {
        **vars(told),
        "happened_on": told.happened_on.isoformat(),
        "report": told.report.pk if told.report else None,
        "inquiry": told.inquiry.pk if told.inquiry else None,
        "offices": [office.pk for office in told.offices],
    }


def _told(action: Action, wish: dict[str, Any]) -> Told:
    found = {
        "happened_on": date.fromisoformat(wish["happened_on"]),
        "report": action.case.reports.filter(pk=wish["report"]).first(),
        "inquiry": action.case.inquiries.filter(pk=wish["inquiry"], withdrawn_at=None).first(),
        "offices": list(Office.objects.filter(pk__in=wish["offices"])),
    }
    return Told(**{**wish, **found})
