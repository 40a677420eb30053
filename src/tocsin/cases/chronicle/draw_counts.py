"""Competing counts of one thing: a row each, all on one scale, with who says it and when."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, log10

from django.utils.text import capfirst

from .counts import SAME_ON_A_DAY, measure_words
from .dating import Dating
from .entry import CountClaim, CountShape, Entry


@dataclass(frozen=True)
class CountRow:
    """`start` and `end` are percent of the width; an end that is not known is None, and the row fades out there."""

    count: CountClaim
    entry: Entry
    start: float
    end: float | None


@dataclass(frozen=True)
class Tick:
    at: float
    words: str


@dataclass(frozen=True)
class Comparison:
    """Counts of one measure for one incident, or for one day where reports tell of several."""

    key: str
    measure: str
    what: str
    when: Dating
    lines: tuple[int, ...]
    rows: tuple[CountRow, ...]
    ticks: tuple[Tick, ...]


# Room at the end of the scale for what has no upper bound.
_ROOM = 92.0


def compare_counts(entries: Iterable[Entry]) -> tuple[Comparison, ...]:
    """Where two counts or more contradict each other, in the order of their days."""
    together: dict[tuple[str, str], list[tuple[CountClaim, Entry]]] = defaultdict(list)
    for entry in entries:
        for count in entry.counts:
            together[count.measure, _day_of(entry, count)].append((count, entry))
    return tuple(
        _comparison(number, measure, pairs)
        for number, ((measure, _day), pairs) in enumerate(together.items(), 1)
        if _is_contested(pairs)
    )


def _is_contested(pairs: Sequence[tuple[CountClaim, Entry]]) -> bool:
    """Counts that agree do not compete, nor do two that one voice gives in one report, of two incidents."""
    voices = {(count.who, count.sources) for count, _entry in pairs}
    return len(voices) > 1 and len({(count.low, count.high) for count, _entry in pairs}) > 1


def _day_of(entry: Entry, count: CountClaim) -> str:
    """Incidents of one day are compared where they count one thing; else each stands for itself."""
    when = entry.dating
    if count.measure not in SAME_ON_A_DAY:
        return entry.key
    return when.begins.isoformat() if when.is_dated and when.first == when.last else entry.key


def _comparison(number: int, measure: str, pairs: Sequence[tuple[CountClaim, Entry]]) -> Comparison:
    most = max(high for count, _entry in pairs for high in (count.high or count.low,))
    top = _round_up(most)
    rows = [_row(count, entry, top) for count, entry in sorted(pairs, key=lambda pair: _said(pair[0]))]
    first = pairs[0][1]
    return Comparison(
        key=f"counts-{number}",
        measure=measure,
        what=capfirst(measure_words(measure)),
        when=first.dating,
        lines=tuple(sorted({entry.number for _count, entry in pairs})),
        rows=tuple(rows),
        ticks=tuple(Tick(round(top * n / 4 / top * _ROOM, 1), _figure(top * n / 4)) for n in range(5)),
    )


def _row(count: CountClaim, entry: Entry, top: float) -> CountRow:
    start = round(count.low / top * _ROOM, 1)
    if count.shape in (CountShape.EXACT, CountShape.ABOUT):
        return CountRow(count, entry, start, start)
    return CountRow(
        count, entry, start, round(count.high / top * _ROOM, 1) if count.high is not None else None
    )


def _said(count: CountClaim) -> tuple[date, str, int]:
    return (count.said.begins, count.who, count.low)


def _round_up(most: int) -> float:
    """The next of 4, 8, 12, 20, 40, 60, 80 ... so that quarters of the scale are whole."""
    if most <= 4:
        return 4.0
    power = 10 ** int(log10(most))
    steps = (1, 2, 4, 6, 8, 10) if power > 1 else (4, 8, 12)
    found = next((step * power for step in steps if step * power >= most), 10 * power)
    return float(ceil(found / 4) * 4)


def _figure(value: float) -> str:
    return f"{value:,.0f}".replace(",", "\u202f")
