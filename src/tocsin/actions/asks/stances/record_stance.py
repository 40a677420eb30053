"""A member records where an organisation stands, and where that is known from."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.changed import case_changed
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.second_person import NeedsSecondPerson, is_needed, waiting
from tocsin.reports.models import Report

from .models import Stance

ACT = "stance.recorded"


@dataclass(frozen=True)
class Reported:
    """What the member says; a report of the case or a link, one of the two, is the source."""

    organisation: str
    kind: str
    words: str = ""
    said_on: date | None = None
    report: Report | None = None
    link: str = ""


@transaction.atomic
def record_stance(action: Action, told: Reported, by: Member, is_agreed: bool = False) -> Stance:
    """It stands on the pages of all actions of the case. Raises PermissionDenied and CannotChange.

    Raises NeedsSecondPerson where two decide and it is not agreed on: `wait.ask_to_record` asks for it instead.
    """
    must_publish(action, by)
    _check(action, told)
    if is_needed(ACT) and not is_agreed:
        raise NeedsSecondPerson(waiting(ACT, action))
    stance = Stance.objects.create(case=action.case, recorded_by=by, **vars(told))
    record(ACT, stance, by, organisation=told.organisation, kind=told.kind)
    case_changed(action.case)
    return stance


def _check(action: Action, told: Reported) -> None:
    if bool(told.report) == bool(told.link):
        raise CannotChange(_("Name one source: a report of the case, or a link."))
    if told.report and not action.case.reports.filter(pk=told.report.pk).exists():
        raise CannotChange(_("This report does not belong to the case."))
    if told.said_on and told.said_on > timezone.localdate():
        raise CannotChange(_("This day has not come yet."))
