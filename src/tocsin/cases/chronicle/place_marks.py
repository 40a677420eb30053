"""Marks of one lane side by side, so that none hides another."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from .entry import Entry

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


def place_marks(spots: Sequence[Spot], columns: int | None) -> list[Spot]:
    """Each in the first row that is free there. With so many `columns` and no more, the rest moves on, within its month."""
    free: list[float] = [0.0] * (columns or 0)
    left = Counter(spot.month for spot in spots)
    placed = []
    for spot in sorted(spots, key=lambda s: (s.start, s.entry.number)):
        if columns:
            latest = spot.month_end - ceil(left[spot.month] / columns) * STEP
            spot = _moved(spot, max(min(spot.start, latest), 0.0))
        left[spot.month] -= 1
        row = next((n for n, end in enumerate(free) if end <= spot.start + 0.01), None)
        if row is None and columns:
            row = min(range(columns), key=lambda n: free[n])
            spot = _moved(spot, free[row])
        elif row is None:
            row = len(free)
            free.append(0.0)
        free[row] = spot.end
        placed.append(replace(spot, row=row))
    return placed


def _moved(spot: Spot, start: float) -> Spot:
    return replace(spot, start=start, end=start + spot.end - spot.start)
