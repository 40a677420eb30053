"""What a host does by her personal link: confirm, correct, withdraw, report back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.models import Action
from tocsin.members.record import record

from .changed import gatherings_changed
from .check import MOST, check
from .errors import CannotHost
from .models import Gathering, GatheringState, ReportState
from .plan import Plan, put_into

LONGEST_WORDS = 300
STANDING = (GatheringState.PROPOSED, GatheringState.SHOWN)


@transaction.atomic
def confirm_hosting(gathering: Gathering) -> Gathering:
    """The mailbox is hers: from now on the desk is asked to look. A second press changes nothing."""
    locked = _locked(gathering)
    if locked.state == GatheringState.ASKED:
        locked.state = GatheringState.PROPOSED
        locked.save(update_fields=["state"])
        record("gathering.proposed", locked, None, code=locked.code)
    return locked


@transaction.atomic
def correct(gathering: Gathering, plan: Plan) -> Gathering:
    """Changed words are looked at again before anybody sees them. Raises CannotHost."""
    locked = _locked(gathering)
    _must_stand(locked)
    check(plan, locked.action.called_day, timezone.now())
    put_into(locked, plan)
    locked.state, locked.version = GatheringState.PROPOSED, locked.version + 1
    locked.changed_at = timezone.now()
    locked.save()
    record("gathering.corrected", locked, None, code=locked.code)
    gatherings_changed(locked.action)
    return locked


@transaction.atomic
def withdraw_hosted(gathering: Gathering) -> Gathering:
    """It is called off by its host; calendars that follow the feed are told so."""
    locked = _locked(gathering)
    if locked.state in (GatheringState.ASKED, *STANDING):
        end(locked, GatheringState.WITHDRAWN)
        record("gathering.withdrawn_by_host", locked, None, code=locked.code)
        gatherings_changed(locked.action)
    return locked


@transaction.atomic
def report_back(gathering: Gathering, turnout: int, told: str) -> Gathering:
    """How many came, and a sentence; shown once the desk has looked. Raises CannotHost."""
    locked = _locked(gathering)
    if locked.shown_at is None or locked.state != GatheringState.SHOWN or locked.starts_at > timezone.now():
        raise CannotHost(
            {"": _("There is nothing to report yet: it has not taken place, or was never shown.")}
        )
    if not 0 <= turnout <= MOST:
        raise CannotHost({"turnout": _("Give a number of people from 0 to %(most)d.") % {"most": MOST}})
    locked.turnout, locked.told = turnout, " ".join(told.split())[:LONGEST_WORDS]
    locked.report_state = ReportState.PROPOSED
    locked.save(update_fields=["turnout", "told", "report_state"])
    record("gathering.reported", locked, None, code=locked.code)
    gatherings_changed(locked.action)
    return locked


def end(gathering: Gathering, state: str, reason: str = "") -> None:
    """Stores that it does not stand any more. Call inside a transaction."""
    gathering.state, gathering.reason = state, reason
    gathering.version, gathering.changed_at = gathering.version + 1, timezone.now()
    gathering.save(update_fields=["state", "reason", "version", "changed_at"])


def _locked(gathering: Gathering) -> Gathering:
    """Its action first: one that closes at this moment is waited for."""
    Action.objects.select_for_update().get(pk=gathering.action_id)
    return Gathering.objects.select_for_update().get(pk=gathering.pk)


def _must_stand(gathering: Gathering) -> None:
    if gathering.state not in STANDING or gathering.ends_at <= timezone.now():
        raise CannotHost({"": _("This gathering is over or was called off: it cannot be changed any more.")})
