"""The desk corrects what is shown: its own gatherings, and those of hosts, who are told."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from tocsin.actions.access import must_publish
from tocsin.members.models import Member

from .closed import closed_words, must_not_be_closed
from .errors import CannotHost
from .locked import locked_gathering
from .models import Gathering, GatheringState
from .plan import Plan
from .put_right import put_right
from .second_publisher import must_be_agreed
from .tell_host import tell_host


@transaction.atomic
def correct_at_desk(gathering: Gathering, plan: Plan, by: Member, is_agreed: bool = False) -> Gathering:
    """It stays shown, and calendars that follow it are changed. Raises CannotHost.

    Raises NeedsSecondPerson where two decide and it is not agreed on.
    """
    must_publish(gathering.action, by)
    locked = locked_gathering(gathering)
    must_not_be_closed(locked.action)
    if not may_be_corrected(locked):
        raise CannotHost({"": _("Only what is shown and not over yet can be corrected here.")})
    put_right(locked, plan, GatheringState.SHOWN, by)
    must_be_agreed(locked.action, is_agreed)
    tell_host(locked, gettext_noop("Your gathering is corrected"), "actions/gathering_corrected.txt")
    return locked


def may_be_corrected(gathering: Gathering) -> bool:
    """Whether somebody sees it, and may still go."""
    is_ahead = gathering.state == GatheringState.SHOWN and gathering.ends_at > timezone.now()
    return is_ahead and not closed_words(gathering.action)
