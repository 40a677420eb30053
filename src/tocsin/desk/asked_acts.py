"""What waits whole for a second person: how the desk names it, what it would make known, and the page that it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _

from tocsin.actions.asks.gather.models import Gathering, GatheringKind
from tocsin.actions.asks.gather.plan import Plan
from tocsin.actions.asks.gather.second_publisher import ACT as GATHERING
from tocsin.actions.asks.gather.wait import asked_gatherings
from tocsin.actions.asks.gather.wishes import Asked as AskedGathering
from tocsin.actions.asks.gather.wishes import Wanted
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
from tocsin.followup.updates.audience import audience
from tocsin.followup.updates.send import ACT as UPDATE
from tocsin.followup.updates.send import fingerprint as words_seen
from tocsin.followup.updates.wait import asked_updates
from tocsin.language.date_words import date_words
from tocsin.members.models import SecondPersonRequest
from tocsin.reports.label import report_label

from .country_choices import country_words
from .language_choices import language_words
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


def _day(day: date) -> str:
    return date_words(day.isoformat(), get_language() or "en")


def _stances(action: Action, request: SecondPersonRequest) -> list[Line]:
    return [_stance(told) for told in asked_stances(action, request)]


def _stance(told: Reported) -> Line:
    stands = (
        f"{StanceKind(told.kind).label}. {told.words}" if told.words else str(StanceKind(told.kind).label)
    )
    day = _day(told.said_on) if told.said_on else ""
    source = report_label(told.report) if told.report else told.link or _("Its source is gone.")
    return Line(told.organisation, day, stands, source)


def _outcomes(action: Action, request: SecondPersonRequest) -> list[Line]:
    return [line for told in asked_outcomes(action, request) for line in _outcome(told)]


def _outcome(told: Told) -> list[Line]:
    """What happened, and what follows from it."""
    happened, day = str(OutcomeKind(told.kind).label), _day(told.happened_on)
    source = report_label(told.report) if told.report else told.link or str(told.inquiry or "")
    follows = ", ".join([str(Effect(told.effect).label), *(office.name for office in told.offices)])
    return [
        Line(happened, day, told.text or happened, source),
        Line(happened, str(_("What follows")), follows),
    ]


def _updates(action: Action, request: SecondPersonRequest) -> list[Line]:
    said = [
        Line(text.subject, language_words(text.language), text.body)
        for update in asked_updates(request)
        for text in update.texts.all()
    ]
    return [*said, Line("", str(_("Supporters who would get it")), str(audience(action).count()))]


def _updates_now(_action: Action, request: SecondPersonRequest) -> str:
    return fingerprint([request.wanted, [words_seen(update) for update in asked_updates(request)]])


def _gatherings(_action: Action, request: SecondPersonRequest) -> list[Line]:
    return [
        _gathering(asked, asked.plan) if asked.plan else _report(asked, asked.gathering)
        for asked in asked_gatherings(request)
    ]


def _gathering(asked: AskedGathering, plan: Plan) -> Line:
    place = ", ".join(said for said in (plan.place, plan.city, country_words(plan.country)) if said)
    hours = f"{plan.starts:%H:%M}–{plan.ends:%H:%M}" if plan.ends else f"{plan.starts:%H:%M}"
    said = [plan.link, plan.accessibility, plan.bring, plan.languages, str(plan.office or "")]
    notes = {
        Wanted.CORRECT: _("It takes the place of what is shown now."),
        Wanted.SHOW: _("Its host proposes it."),
    }
    told = "\n".join(each for each in (f"{hours} {plan.zone}", place, *said, notes.get(asked.wanted)) if each)
    return Line(str(GatheringKind(plan.kind).label), _day(plan.on), told)


def _report(asked: AskedGathering, gathering: Gathering | None) -> Line:
    """How it went."""
    came = ngettext("%(n)s person came.", "%(n)s people came.", asked.turnout) % {"n": asked.turnout}
    source = _("As its host tells") if asked.wanted is Wanted.SHOW_REPORT else ""
    if gathering is None:
        return Line("", "", _("The gathering is gone."), source)
    return Line(str(gathering), _day(gathering.on), f"{came} {asked.told}".strip(), source)


ASKED_ACTS = {
    STANCE: AskedAct(gettext_lazy("Record where organisations stand"), _stances, "action_organisations"),
    OUTCOME: AskedAct(gettext_lazy("Record an outcome"), _outcomes, "follow_up"),
    UPDATE: AskedAct(gettext_lazy("Send an update to supporters"), _updates, "follow_up", _updates_now),
    GATHERING: AskedAct(gettext_lazy("Show a gathering, or how it went"), _gatherings, "day_of_action"),
}
