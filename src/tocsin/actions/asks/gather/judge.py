"""What the desk decides about a gathering: shown, refused or withdrawn; and about what its host reports."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.language.country_sentences import called
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import State

from .barred import SET_COUNTRY, barred_field
from .changed import gatherings_changed
from .errors import CannotHost
from .host_acts import end
from .kept import as_it_stood, keep_change
from .locked import locked_gathering
from .models import Gathering, GatheringState, ReportState
from .plan import plan_of
from .queries import seen_gathering
from .second_publisher import must_be_agreed
from .tell_host import tell_host

LONGEST_REASON = 300
JUDGED = "actions/gathering_judged.txt"


@transaction.atomic
def show_gathering(gathering: Gathering, by: Member, is_agreed: bool = False) -> None:
    """From now on everybody sees it. Raises CannotHost where its host has not confirmed it, or nobody would see it.

    Raises NeedsSecondPerson where two decide and it is not agreed on.
    """
    locked = _locked(gathering, by)
    if locked.state not in (GatheringState.PROPOSED, GatheringState.REFUSED):
        raise CannotHost({"": _("Only a gathering that its host has confirmed can be shown.")})
    _must_be_hosted(locked)
    was = as_it_stood(locked)
    locked.state, locked.reason = GatheringState.SHOWN, ""
    locked.shown_at = locked.shown_at or timezone.now()
    locked.changed_at = timezone.now()
    locked.save(update_fields=["state", "reason", "shown_at", "changed_at"])
    _must_be_seen(locked)
    must_be_agreed(locked.action, is_agreed)
    _done("gathering.shown", locked, by, was)
    tell_host(locked, gettext_noop("Your gathering is shown"), JUDGED)


@transaction.atomic
def refuse_gathering(gathering: Gathering, by: Member, reason: str) -> None:
    """Its host is told why. Raises CannotHost without a reason."""
    locked = _locked(gathering, by)
    if locked.state != GatheringState.PROPOSED:
        raise CannotHost({"": _("Only what waits to be looked at can be refused. Withdraw what is shown.")})
    _end(locked, by, GatheringState.REFUSED, reason)


@transaction.atomic
def withdraw_gathering(gathering: Gathering, by: Member, reason: str) -> None:
    """Takes what is shown off every page, feed and file at once; its host is told why. Raises CannotHost."""
    locked = _locked(gathering, by)
    if locked.state != GatheringState.SHOWN:
        raise CannotHost({"": _("It is not shown: there is nothing to withdraw.")})
    _end(locked, by, GatheringState.WITHDRAWN, reason)


@transaction.atomic
def judge_report(gathering: Gathering, by: Member, is_shown: bool, is_agreed: bool = False) -> None:
    """Whether what its host reported is shown and counted.

    Raises NeedsSecondPerson where it is to be shown, two decide and it is not agreed on.
    """
    locked = _locked(gathering, by)
    if locked.report_state == ReportState.NONE:
        raise CannotHost({"": _("Its host has not reported back.")})
    must_be_agreed(locked.action, is_agreed or not is_shown)
    was = as_it_stood(locked)
    locked.report_state = ReportState.SHOWN if is_shown else ReportState.REFUSED
    locked.save(update_fields=["report_state"])
    _done("gathering.report_shown" if is_shown else "gathering.report_refused", locked, by, was)


def _must_be_hosted(gathering: Gathering) -> None:
    """Its country may have been marked since it was proposed."""
    day = gathering.action.called_day
    if not gathering.action.case.country:
        raise CannotHost({"": str(SET_COUNTRY)})
    if barred := barred_field(plan_of(gathering), day):
        words = _("It cannot be shown: nothing is hosted, shown or counted in %(country)s.")
        raise CannotHost({"": words % {"country": called(barred[1], get_language() or "en")}})


def _must_be_seen(gathering: Gathering) -> None:
    """Its host is told that everybody sees it."""
    if seen_gathering(gathering.code) is None:
        words = _(
            "Nobody would see it: the day is called off, the action is closed or not public, or the case is frozen."
        )
        raise CannotHost({"": words})


def _end(gathering: Gathering, by: Member, state: str, reason: str) -> None:
    if not reason.strip():
        raise CannotHost({"reason": _("Say why in a sentence: the host is told.")})
    was = as_it_stood(gathering)
    end(gathering, state, " ".join(reason.split())[:LONGEST_REASON])
    _done(f"gathering.{state}", gathering, by, was)
    tell_host(gathering, gettext_noop("Your gathering is not shown"), JUDGED)


def _locked(gathering: Gathering, by: Member) -> Gathering:
    must_publish(gathering.action, by)
    return locked_gathering(gathering)


def _done(act: str, gathering: Gathering, by: Member, was: State) -> None:
    keep_change(record(act, gathering, by, code=gathering.code), gathering, was)
    gatherings_changed(gathering.action)
