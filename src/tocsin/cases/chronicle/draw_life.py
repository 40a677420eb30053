"""One person's way: moment after moment, what contradicts standing side by side."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from .dating import Certainty, Dating
from .entry import Entry, EntryKind


@dataclass(frozen=True)
class Moment:
    """All that is told of one time, `when` as the surest of them dates it; `is_contradictory` where two say different things on one axis."""

    when: Dating
    entries: tuple[Entry, ...]
    is_contradictory: bool


def draw_life(person: int, entries: Sequence[Entry]) -> tuple[Moment, ...]:
    """How she fared, in order; what nobody dated comes last."""
    hers = [e for e in entries if e.kind == EntryKind.STATUS and person in e.people]
    moments = (tuple(ones) for _when, ones in groupby(hers, key=lambda e: (e.dating.begins, e.dating.ends)))
    return tuple(_moment(ones) for ones in moments)


def _moment(entries: tuple[Entry, ...]) -> Moment:
    said = {axis: {e.code for e in ones} for axis, ones in _by_axis(entries)}
    sharpest = min((e.dating for e in entries), key=lambda when: list(Certainty).index(when.certainty))
    return Moment(sharpest, entries, any(len(codes) > 1 for codes in said.values()))


def _by_axis(entries: tuple[Entry, ...]) -> list[tuple[str, list[Entry]]]:
    ordered = sorted(entries, key=lambda e: e.what)
    return [(axis, list(ones)) for axis, ones in groupby(ordered, key=lambda e: e.what)]
