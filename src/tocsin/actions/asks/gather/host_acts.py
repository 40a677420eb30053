"""What a host does by her personal link: confirm, correct, withdraw. How it went is told by `report_back.py`."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.members.record import record

from .changed import gatherings_changed
from .closed import must_not_be_closed
from .errors import CannotHost
from .kept import as_it_stood, keep_change
from .locked import locked_gathering
from .models import Gathering, GatheringState
from .plan import Plan
from .put_right import put_right

STANDING = (GatheringState.PROPOSED, GatheringState.SHOWN)


@transaction.atomic
def confirm_hosting(gathering: Gathering) -> Gathering:
    """The mailbox is hers: from now on the desk is asked to look. A second press changes nothing."""
    locked = locked_gathering(gathering)
    if locked.state == GatheringState.ASKED:
        was, locked.state = as_it_stood(locked), GatheringState.PROPOSED
        locked.save(update_fields=["state"])
        keep_change(record("gathering.proposed", locked, None, code=locked.code), locked, was)
    return locked


@transaction.atomic
def correct(gathering: Gathering, plan: Plan) -> Gathering:
    """Changed words are looked at again before anybody sees them. Raises CannotHost."""
    locked = locked_gathering(gathering)
    must_not_be_closed(locked.action)
    _must_stand(locked)
    return put_right(locked, plan, GatheringState.PROPOSED, None)


@transaction.atomic
def withdraw_hosted(gathering: Gathering) -> Gathering:
    """It is called off by its host; calendars that follow the feed are told so."""
    locked = locked_gathering(gathering)
    if locked.state in (GatheringState.ASKED, *STANDING):
        was = as_it_stood(locked)
        end(locked, GatheringState.WITHDRAWN)
        keep_change(record("gathering.withdrawn_by_host", locked, None, code=locked.code), locked, was)
        gatherings_changed(locked.action)
    return locked


def end(gathering: Gathering, state: str, reason: str = "") -> None:
    """Stores that it does not stand any more. Call inside a transaction."""
    gathering.state, gathering.reason = state, reason
    gathering.version, gathering.changed_at = gathering.version + 1, timezone.now()
    gathering.save(update_fields=["state", "reason", "version", "changed_at"])


def _must_stand(gathering: Gathering) -> None:
    if gathering.state not in STANDING or gathering.ends_at <= timezone.now():
        raise CannotHost({"": _("This gathering is over or was called off: it cannot be changed any more.")})
