"""A member records what became of an action, and what follows from it."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.add_target import add_target
from tocsin.actions.close import close
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, ActionState
from tocsin.actions.reopen import reopen
from tocsin.cases.changed import case_changed
from tocsin.cases.models import Inquiry
from tocsin.directory.models import Office
from tocsin.followup.models import Effect, Outcome, OutcomeKind, Reply, ReplyState
from tocsin.followup.scoreboard import silent_days
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.second_person import NeedsSecondPerson, is_needed, waiting
from tocsin.reports.models import Report

ACT = "outcome.recorded"


@dataclass(frozen=True)
class Told:
    """What the member says. One of `report`, `link`, `inquiry` is where it is known from; silence needs none."""

    kind: str
    happened_on: date
    effect: str = Effect.KEEPS
    text: str = ""
    report: Report | None = None
    link: str = ""
    inquiry: Inquiry | None = None
    offices: Collection[Office] = field(default=())


@transaction.atomic
def record_outcome(action: Action, told: Told, by: Member, is_agreed: bool = False) -> Outcome:
    """Stores it and does what follows: the action is closed, opened again, or goes on to further offices.

    Raises PermissionDenied, CannotChange; where it is to be opened or changed also what `reopen` and `add_target` raise.
    NeedsSecondPerson where two decide and it is not agreed on: `wait.ask_to_record` asks for it instead.
    """
    must_publish(action, by)
    action = Action.objects.select_for_update().select_related("case").get(pk=action.pk)
    days = _checked(action, told)
    if is_needed(ACT) and not is_agreed:
        raise NeedsSecondPerson(waiting(ACT, action))
    outcome = Outcome.objects.create(
        action=action,
        kind=told.kind,
        effect=told.effect,
        happened_on=told.happened_on,
        text=told.text.strip(),
        report=told.report,
        link=told.link,
        inquiry=told.inquiry,
        silent_days=days,
        recorded_by=by,
    )
    _follow(action, told, by, is_agreed)
    record(ACT, outcome, by, kind=told.kind, effect=told.effect)
    case_changed(action.case)
    return outcome


def _checked(action: Action, told: Told) -> int | None:
    """The days of silence, where that is the outcome. Raises CannotChange."""
    if action.is_sample or not action.is_visible:
        raise CannotChange(
            _("Outcomes are recorded of actions that the public sees, not of drafts or samples.")
        )
    if told.happened_on > timezone.localdate():
        raise CannotChange(_("This day has not come yet. An outcome is what has happened."))
    if told.kind == OutcomeKind.OTHER and not told.text.strip():
        raise CannotChange(_("Say in words what happened."))
    if _is_known(action, told):
        raise CannotChange(_("This outcome is recorded already, for the same day and in the same words."))
    if told.effect == Effect.ESCALATES and not told.offices:
        raise CannotChange(_("Choose the offices that are written to next."))
    return _of_sources(action, told)


def _is_known(action: Action, told: Told) -> bool:
    same = Outcome.objects.filter(action=action, kind=told.kind, happened_on=told.happened_on)
    return same.filter(text=told.text.strip(), effect=told.effect, taken_back_at=None).exists()


def _of_sources(action: Action, told: Told) -> int | None:
    sources = [each for each in (told.report, told.link, told.inquiry) if each]
    if len(sources) > 1:
        raise CannotChange(_("Name one source: a report of the case, a link, or an inquiry."))
    if told.report and not action.case.reports.filter(pk=told.report.pk).exists():
        raise CannotChange(_("This report does not belong to the case."))
    if told.inquiry and told.inquiry.case_id != action.case_id:
        raise CannotChange(_("This inquiry does not belong to the case."))
    if told.kind == OutcomeKind.NO_ANSWER:
        return _of_silence(action, told)
    if not sources:
        raise CannotChange(_("Say where it is known from: a report of the case, a link, or an inquiry."))
    return None


def _of_silence(action: Action, told: Told) -> int:
    if Reply.objects.filter(action=action, state=ReplyState.NEW).exists():
        raise CannotChange(_("A mail came that nobody has read yet. Say first whether it is an answer."))
    days = silent_days(action, told.happened_on)
    if days is None:
        raise CannotChange(
            _("“No answer” does not hold: no office has taken a letter yet, or somebody has answered.")
        )
    if days < 1:
        raise CannotChange(_("By that day no letter had waited for a day yet. Choose a later one."))
    return days


def _follow(action: Action, told: Told, by: Member, is_agreed: bool) -> None:
    match told.effect:
        case Effect.CLOSES if action.state == ActionState.PUBLISHED:
            close(action, by)
        case Effect.REOPENS:
            reopen(action, by, is_agreed)
        case Effect.ESCALATES:
            for office in told.offices:
                add_target(action, office, by, is_agreed=is_agreed)
