"""Where a day stands along a picture: crowded months are drawn longer, empty stretches are cut out and said to be."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

# Fewer empty months than this are drawn as months.
SHORTEST_GAP = 3
GAP = 46.0


@dataclass(frozen=True)
class Month:
    """A month from `start`, `length` units long; months are counted from the year 0."""

    index: int
    start: float
    length: float

    @property
    def end(self) -> float:
        return self.start + self.length

    @property
    def first_day(self) -> date:
        return date(self.index // 12, self.index % 12 + 1, 1)


@dataclass(frozen=True)
class Gap:
    """Months of which nothing is known, cut out of the picture."""

    start: float
    length: float
    months: int


@dataclass(frozen=True)
class TimeScale:
    months: tuple[Month, ...]
    gaps: tuple[Gap, ...]
    length: float

    def start_of(self, day: date) -> float:
        """Where the day begins; what lies in a gap stands at its end."""
        return self._at(day, day.day - 1)

    def end_of(self, day: date) -> float:
        return self._at(day, day.day)

    def month_of(self, day: date) -> Month:
        """The month of the day, or the next one that is drawn."""
        sought = index_of(day)
        return next((m for m in self.months if m.index >= sought), self.months[-1])

    def _at(self, day: date, days: int) -> float:
        sought, month = index_of(day), self.month_of(day)
        if month.index != sought:
            return month.start
        return month.start + month.length * min(days / 31, 1.0)


def index_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def time_scale(days: Iterable[date], length: float | None, base: float, each: float, most: int) -> TimeScale:
    """A month has `base` units and `each` for every mark in it, up to `most`; then all are fitted to `length`, if any.

    `days`: where marks begin, and the ends of those that last. At least one.
    """
    crowd = Counter(map(index_of, days))
    runs = _runs(crowd)
    lengths = {index: base + each * min(crowd[index], most) for run in runs for index in run}
    if length is not None:
        share = (length - GAP * (len(runs) - 1)) / sum(lengths.values())
        lengths = {index: units * share for index, units in lengths.items()}
    return _laid_out(runs, lengths)


def _runs(crowd: Counter[int]) -> list[list[int]]:
    """Stretches of months without a gap between them."""
    found: list[list[int]] = []
    for index in sorted(crowd):
        if found and index - found[-1][-1] <= SHORTEST_GAP:
            found[-1] += range(found[-1][-1] + 1, index + 1)
        else:
            found.append([index])
    return found


def _laid_out(runs: list[list[int]], lengths: dict[int, float]) -> TimeScale:
    months: list[Month] = []
    gaps: list[Gap] = []
    at = 0.0
    for run in runs:
        if months:
            gaps.append(Gap(at, GAP, run[0] - months[-1].index - 1))
            at += GAP
        for index in run:
            months.append(Month(index, at, lengths[index]))
            at += lengths[index]
    return TimeScale(tuple(months), tuple(gaps), at)
