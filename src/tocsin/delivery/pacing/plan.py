"""When everything that waits for one address will have left, and what would come too late."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise

from .pace import HOUR, Pace, stretch
from .share import in_turn, served

# A letter that shall count must not arrive in the last minute, and a bundle takes time to print and to hand over.
BEFORE_DEADLINE = timedelta(hours=12)


@dataclass(frozen=True)
class Run:
    """Slots at even distances: the first, the distance, how many."""

    first: datetime
    apart: timedelta
    slots: int

    def before(self, moment: datetime) -> int:
        """How many of them are earlier than the moment."""
        if moment <= self.first:
            return 0
        return min(self.slots, -((self.first - moment) // self.apart))

    @property
    def last(self) -> datetime:
        return self.first + (self.slots - 1) * self.apart


@dataclass(frozen=True)
class Late:
    """Letters of an action that would leave too late; from `bundle_from` on what is left goes as a signed bundle."""

    action: int
    letters: int
    bundle_from: datetime


@dataclass(frozen=True)
class Plan:
    """`waiting` letters of each action, `deadlines` where it has one, `last` served; the slots as even runs."""

    waiting: Mapping[int, int]
    runs: tuple[Run, ...]
    deadlines: Mapping[int, datetime] = field(default_factory=dict)
    last: int = 0

    @property
    def ends_at(self) -> datetime | None:
        """When the last letter leaves; None where nothing waits."""
        return self.runs[-1].last if self.runs else None

    def before(self, moment: datetime) -> int:
        """How many letters leave earlier than the moment."""
        return sum(run.before(moment) for run in self.runs)

    def per_hour(self, start: datetime, hours: int) -> list[int]:
        """Letters in each hour from `start`."""
        edges = [self.before(start + hour * HOUR) for hour in range(hours + 1)]
        return [after - before for before, after in pairwise(edges)]

    def slots(self) -> Iterator[tuple[datetime, int]]:
        """Every letter's time and action, in order."""
        times = (run.first + number * run.apart for run in self.runs for number in range(run.slots))
        yield from zip(times, in_turn(self.waiting, self.last), strict=False)


def plan(
    waiting: Mapping[int, int],
    pace: Pace,
    start: datetime,
    deadlines: Mapping[int, datetime] | None = None,
    last: int = 0,
) -> Plan:
    """A time for every letter, the first at `start`. A deadline moved nearer makes letters late, never faster."""
    runs = tuple(_runs(sum(waiting.values()), pace, start))
    return Plan(waiting, runs, deadlines or {}, last)


def late(plan: Plan) -> list[Late]:
    """For each action with a deadline, what would not leave in time at this pace; empty where all does."""
    found = []
    for action, deadline in plan.deadlines.items():
        bundle_from = deadline - BEFORE_DEADLINE
        in_time = served(plan.waiting, plan.before(bundle_from), plan.last).get(action, 0)
        letters = plan.waiting.get(action, 0) - in_time
        if letters > 0:
            found.append(Late(action, letters, bundle_from))
    return found


def _runs(letters: int, pace: Pace, start: datetime) -> Iterator[Run]:
    slot = start
    while letters > 0:
        share, end = stretch(pace, slot)
        apart = HOUR / pace.per_hour / share
        number = min(letters, max(1, -((slot - end) // apart)))
        yield Run(slot, apart, number)
        letters -= number
        slot = pace.after(slot + (number - 1) * apart)
