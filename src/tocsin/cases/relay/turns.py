"""The turns of a relay: quarters of an hour by the clock of the office, and who may still have them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from tocsin.cases.models import Relay, RelayCaller, RelayTurn
from tocsin.language.zones import clock

TURN = timedelta(minutes=15)
# Who has not begun by then does not call: the rest of the quarter is free for another.
LATE = timedelta(minutes=5)
# A call may last longer than its turn; what was said in it can be logged for so long.
MAY_LOG = timedelta(minutes=30)


class TurnState(Enum):
    FREE = "free"
    TAKEN = "taken"
    CALLING = "calling"
    CALLED = "called"
    MISSED = "missed"
    PASSED = "passed"


@dataclass(frozen=True)
class Slot:
    """One quarter of an hour; `turn` is whose it is or was, if anybody's. `starts_at` is local time of the office."""

    starts_at: datetime
    state: TurnState
    turn: RelayTurn | None = None

    @property
    def local(self) -> datetime:
        """The same without its zone, so that a page shows it by the clock of the office."""
        return self.starts_at.replace(tzinfo=None)

    @property
    def is_free(self) -> bool:
        return self.state == TurnState.FREE


def starts(relay: Relay) -> list[datetime]:
    """The beginning of every turn, in local time. A quarter of an hour that the clocks leave out has none."""
    zone = clock(relay.zone)
    first, last = relay.starts_at.astimezone(zone).date(), relay.ends_at.astimezone(zone).date()
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return [start for day in days for start in _of_day(relay, day)]


def _of_day(relay: Relay, day: date) -> list[datetime]:
    zone = clock(relay.zone)
    at, until = datetime.combine(day, relay.opens), datetime.combine(day, relay.closes)
    found: list[datetime] = []
    while at + TURN <= until:
        local = at.replace(tzinfo=zone)
        if relay.starts_at <= local < relay.ends_at and _exists(local):
            found.append(local)
        at += TURN
    return found


def _exists(local: datetime) -> bool:
    """Not in the hour that is skipped as summer time begins."""
    zone = local.tzinfo
    return local.astimezone(clock("UTC")).astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None)


def slots(relay: Relay, now: datetime) -> list[Slot]:
    """All turns of the relay in order, as they stand now."""
    taken = {turn.starts_at: turn for turn in relay.turns.select_related("caller", "inquiry")}
    return [_slot(start, taken.get(start.astimezone(clock("UTC"))), now) for start in starts(relay)]


def _slot(start: datetime, turn: RelayTurn | None, now: datetime) -> Slot:
    if turn is not None and (turn.inquiry_id or turn.begun_at):
        return Slot(start, TurnState.CALLED if turn.inquiry_id else TurnState.CALLING, turn)
    if now >= start + TURN:
        return Slot(start, TurnState.MISSED if turn else TurnState.PASSED, turn)
    if turn is None or now >= start + LATE:
        return Slot(start, TurnState.FREE, turn)
    return Slot(start, TurnState.TAKEN, turn)


def turn_of(caller: RelayCaller, now: datetime) -> RelayTurn | None:
    """The turn that she has now or next and has not logged yet; None where she has none."""
    mine = caller.turns.filter(inquiry=None).order_by("starts_at")
    return next((turn for turn in mine if is_open(turn, now)), None)


def is_open(turn: RelayTurn, now: datetime) -> bool:
    """Whether she may still begin it, or log the call that she has begun."""
    if turn.inquiry_id:
        return False
    if turn.begun_at:
        return now < turn.starts_at + TURN + MAY_LOG
    return now < turn.starts_at + TURN


def is_now(turn: RelayTurn, now: datetime) -> bool:
    return turn.starts_at <= now < turn.starts_at + TURN
