"""Taking a turn, giving it back, beginning it. The database decides who was first; the trail names no volunteer."""

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from tocsin.cases.models import RelayCaller, RelayTurn
from tocsin.members.record import record

from .errors import CannotCall
from .turns import LATE, TURN, starts, turn_of


def take_turn(caller: RelayCaller, starts_at: datetime, now: datetime) -> RelayTurn:
    """The turn that begins at `starts_at`, now hers. She holds one at a time. Raises CannotCall."""
    if starts_at + TURN <= now or starts_at not in starts(caller.relay):
        raise CannotCall(_("This turn has passed. Take another."))
    try:
        with transaction.atomic():
            turn = _take(caller, starts_at, now)
            record("relay.turn_taken", caller.relay, None, turn=starts_at.isoformat())
            return turn
    except IntegrityError:
        raise CannotCall(_("Somebody was quicker: this turn is taken. Take another.")) from None


def _take(caller: RelayCaller, starts_at: datetime, now: datetime) -> RelayTurn:
    RelayCaller.objects.select_for_update().get(pk=caller.pk)
    if (held := turn_of(caller, now)) is not None:
        if held.starts_at == starts_at:
            return held
        raise CannotCall(_("You have a turn already. Give it back first if another suits you better."))
    there = RelayTurn.objects.filter(relay=caller.relay, starts_at=starts_at)
    if now >= starts_at + LATE and there.filter(begun_at=None, inquiry=None).update(caller=caller):
        return there.get()
    return RelayTurn.objects.create(relay=caller.relay, caller=caller, starts_at=starts_at)


@transaction.atomic
def give_back(turn: RelayTurn) -> None:
    """Frees a turn that she has not begun."""
    hers = RelayTurn.objects.filter(pk=turn.pk, caller=turn.caller_id, begun_at=None, inquiry=None)
    if hers.delete()[0]:
        record("relay.turn_given_back", turn.relay, None, turn=turn.starts_at.isoformat())


@transaction.atomic
def begin_turn(turn: RelayTurn, now: datetime) -> None:
    """From now on the number may be shown to her. Raises CannotCall before and after her quarter of an hour."""
    if now < turn.starts_at:
        raise CannotCall(_("Your turn has not come yet. Another may be on the line."))
    if now >= turn.starts_at + TURN:
        raise CannotCall(_("Your turn is over. Take another."))
    hers = RelayTurn.objects.filter(pk=turn.pk, caller=turn.caller_id, inquiry=None)
    # One statement decides: a late turn may have been taken over a moment ago.
    if not hers.filter(begun_at=None).update(begun_at=now) and not hers.exists():
        raise CannotCall(
            _("You were more than five minutes late, and somebody else took the turn. Take another.")
        )
    turn.refresh_from_db()
    record("relay.turn_begun", turn.relay, None, turn=turn.starts_at.isoformat())
