"""Marks of an upright lane, which has so many columns and no more: each stands by its date all the same.

A long bar leaves room on it for the numbers of others, so that a month-long date pushes none into the next month.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import ceil

from .spot import STEP, Spot

_NEARLY = 0.01


@dataclass
class _Column:
    """Where the numbers begin that stand in it, in order, and how far its bars reach."""

    numbers: list[float] = field(default_factory=list)
    bars_end: float = 0.0

    def is_empty(self, start: float, end: float) -> bool:
        """No number stands between the two, and no bar reaches there."""
        after = bisect_left(self.numbers, start - STEP + _NEARLY)
        return self.bars_end <= start + _NEARLY and not (
            after < len(self.numbers) and self.numbers[after] < end - _NEARLY
        )

    def next_free(self, at: float) -> float:
        """Where a number may begin, from there on."""
        for taken in self.numbers[bisect_left(self.numbers, at - STEP + _NEARLY) :]:
            if taken >= at + STEP - _NEARLY:
                break
            at = taken + STEP
        return at


def place_abreast(spots: Sequence[Spot], columns: int) -> list[Spot]:
    """The spots in order of their start, with their columns. A number that finds no room moves on along its lane."""
    lane = [_Column() for _ in range(columns)]
    left = Counter(spot.month for spot in spots)
    placed = []
    for spot in spots:
        if spot.is_point:
            latest = spot.month_end - ceil(left[spot.month] / columns) * STEP
            spot = _moved(spot, max(min(spot.start, latest), 0.0))
        left[spot.month] -= 1
        placed.append(_put(spot, lane))
    return placed


def _put(spot: Spot, lane: list[_Column]) -> Spot:
    """Where all of it is free, else where its number is first."""
    number = (spot.start + spot.end - STEP) / 2
    row = next((n for n, column in enumerate(lane) if column.is_empty(spot.start, spot.end)), None)
    if row is None:
        row = min(range(len(lane)), key=lambda n: lane[n].next_free(number))
        spot = _moved(spot, spot.start + lane[row].next_free(number) - number)
    insort(lane[row].numbers, (spot.start + spot.end - STEP) / 2)
    if not spot.is_point:
        lane[row].bars_end = max(lane[row].bars_end, spot.end)
    return replace(spot, row=row)


def _moved(spot: Spot, start: float) -> Spot:
    return replace(spot, start=start, end=start + spot.end - spot.start)
