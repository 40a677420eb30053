"""Where a mark of the timeline stands along its lane."""

from dataclasses import dataclass

from .entry import Entry

# How much of its lane the number of a mark takes.
STEP = 21.0


@dataclass(frozen=True)
class Spot:
    """A mark along its lane, from `start` to `end`; `month_end` is where the month that it begins in ends."""

    entry: Entry
    start: float
    end: float
    month: int
    month_end: float
    is_point: bool
    row: int = 0
