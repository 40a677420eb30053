"""How many came, and a sentence: told by the host, or at the desk."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.members.models import Member
from tocsin.members.record import record

from .changed import gatherings_changed
from .check import MOST, check_words
from .errors import CannotHost
from .kept import as_it_stood, keep_change
from .locked import locked_gathering
from .models import Gathering, GatheringState, ReportState
from .second_publisher import must_be_agreed

LONGEST_WORDS = 300


def may_report(gathering: Gathering, now: datetime) -> bool:
    """Whether there is something to tell: it is shown, and has begun."""
    return gathering.state == GatheringState.SHOWN and gathering.starts_at <= now


@transaction.atomic
def report_back(gathering: Gathering, turnout: int, told: str) -> Gathering:
    """By its host: shown once the desk has looked. Raises CannotHost."""
    return _report(locked_gathering(gathering), turnout, told, ReportState.PROPOSED, None)


@transaction.atomic
def report_at_desk(
    gathering: Gathering, turnout: int, told: str, by: Member, is_agreed: bool = False
) -> Gathering:
    """By the desk, of its own gathering or as the host says: shown and counted at once. Raises CannotHost.

    Raises NeedsSecondPerson where two decide and it is not agreed on.
    """
    must_publish(gathering.action, by)
    reported = _report(locked_gathering(gathering), turnout, told, ReportState.SHOWN, by)
    must_be_agreed(reported.action, is_agreed)
    return reported


def _report(locked: Gathering, turnout: int, told: str, state: str, by: Member | None) -> Gathering:
    _check(locked, turnout, told)
    was = as_it_stood(locked)
    locked.turnout, locked.told = turnout, " ".join(told.split())[:LONGEST_WORDS]
    locked.report_state = state
    locked.save(update_fields=["turnout", "told", "report_state"])
    keep_change(record("gathering.reported", locked, by, code=locked.code), locked, was)
    gatherings_changed(locked.action)
    return locked


def _check(gathering: Gathering, turnout: int, told: str) -> None:
    if not may_report(gathering, timezone.now()):
        raise CannotHost({"": _("There is nothing to report yet: it has not taken place, or is not shown.")})
    wrong = dict(check_words({"told": told}))
    if not 0 <= turnout <= MOST:
        wrong["turnout"] = _("Give a number of people from 0 to %(most)d.") % {"most": MOST}
    if wrong:
        raise CannotHost(wrong)
