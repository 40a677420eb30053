"""What waits whole for a second person: how the desk names it, what it would make known, and the page that it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.actions.asks.stances.models import StanceKind
from tocsin.actions.asks.stances.record_stance import ACT as STANCE
from tocsin.actions.asks.stances.record_stance import Reported
from tocsin.actions.asks.stances.wait import asked_stances
from tocsin.actions.models import Action
from tocsin.cases.second_person import fingerprint
from tocsin.followup.models import Effect, OutcomeKind
from tocsin.followup.outcomes.record_outcome import ACT as OUTCOME
from tocsin.followup.outcomes.record_outcome import Told
from tocsin.followup.outcomes.wait import asked_outcomes
from tocsin.members.models import SecondPersonRequest
from tocsin.reports.label import report_label

from .second_person_more import Line


def _wanted(_action: Action, request: SecondPersonRequest) -> str:
    return fingerprint(request.wanted)


@dataclass(frozen=True)
class AskedAct:
    """`page` is the name of an address that takes the action's slug; `stands` the fingerprint of what would be made known now."""

    what: str | Promise
    lines: Callable[[Action, SecondPersonRequest], list[Line]]
    page: str
    stands: Callable[[Action, SecondPersonRequest], str] = _wanted


def _stances(action: Action, request: SecondPersonRequest) -> list[Line]:
    return [_stance(told) for told in asked_stances(action, request)]


def _stance(told: Reported) -> Line:
    stands = (
        f"{StanceKind(told.kind).label}. {told.words}" if told.words else str(StanceKind(told.kind).label)
    )
    day = told.said_on.isoformat() if told.said_on else ""
    source = report_label(told.report) if told.report else told.link or _("Its source is gone.")
    return Line(told.organisation, day, stands, source)


def _outcomes(action: Action, request: SecondPersonRequest) -> list[Line]:
    return [line for told in asked_outcomes(action, request) for line in _outcome(told)]


def _outcome(told: Told) -> list[Line]:
    """What happened, and what follows from it."""
    happened, day = str(OutcomeKind(told.kind).label), told.happened_on.isoformat()
    source = report_label(told.report) if told.report else told.link or str(told.inquiry or "")
    follows = ", ".join([str(Effect(told.effect).label), *(office.name for office in told.offices)])
    return [
        Line(happened, day, told.text or happened, source),
        Line(happened, str(_("What follows")), follows),
    ]


ASKED_ACTS = {
    STANCE: AskedAct(gettext_lazy("Record where organisations stand"), _stances, "action_organisations"),
    OUTCOME: AskedAct(gettext_lazy("Record an outcome"), _outcomes, "follow_up"),
}
