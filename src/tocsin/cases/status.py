"""A person's status, dated, on five axes: derived from the claims each time it is asked for, and never stored.

A claim of an axis says its code itself; a claim of a draft's status (`status`, `also`) is read by the table of
`terms.status_axes`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from tocsin.language.edtf import stretch_of
from tocsin.reports.axes import AXIS_WORDS, CODE_WORDS
from tocsin.terms.status_axes import AXES, AXIS_OF_STATUS

from .view import Said, Value, Values

_STATUS = ("status", "also")
_NOT_FREELY = ("in_custody", "under_pressure")
# What on another axis ends a word on where somebody is, when it is said of a later day. To be held ends no disappearance:
# whoever takes somebody away holds them, and tells nobody where.
_AT_LARGE = frozenset({"free", "released", "exiled"})
_ENDS = {
    "missing": _AT_LARGE | {"house_arrest", "on_trial", "convicted", "serving", "acquitted"},
    "found_held": _AT_LARGE,
}


@dataclass(frozen=True)
class StatusPoint:
    """One claim on one axis. `date` is EDTF; `is_by_report`: it is that of the report, for want of a better one."""

    axis: str
    code: str
    date: str
    is_by_report: bool
    value: Value
    said: Said

    @property
    def words(self) -> str:
        return str(CODE_WORDS[self.axis].get(self.code, self.code))


@dataclass(frozen=True)
class Axis:
    """`now`: the latest that stands; several where claims of one date differ. `history`: all, earliest first.

    `over`: what was the latest here, and what ended it on another axis; nothing is known `now` then.
    """

    axis: str
    now: tuple[StatusPoint, ...]
    history: tuple[StatusPoint, ...]
    over: tuple[StatusPoint, StatusPoint] | None = None

    @property
    def words(self) -> str:
        return str(AXIS_WORDS[self.axis])

    @property
    def is_disputed(self) -> bool:
        """Whether sources of the latest date differ, or somebody denies what the latest says."""
        codes = {point.code for point in self.now}
        return len(codes) > 1 or any(p.value.stance == "denies" and p.code in codes for p in self.history)


def status_of(values: Values) -> tuple[Axis, ...]:
    """The axes of which anything is claimed, in the order of the table. `values` are those of one person."""
    points = sorted(_points(values), key=lambda point: (_day(point.date), point.said.claim))
    axes = ((axis, [p for p in points if p.axis == axis]) for axis in AXES)
    told = [Axis(axis, tuple(_now(history)), tuple(history)) for axis, history in axes if history]
    return tuple(_ended(axis, told) for axis in told)


def _ended(axis: Axis, beside: list[Axis]) -> Axis:
    """Without what a later word on another axis has ended; with it where anything else stands of the same day."""
    ends = {point.code: end for point in axis.now if (end := _end_of(point, beside))}
    if not axis.now or len(ends) < len({point.code for point in axis.now}):
        return axis
    last = axis.now[-1]
    return replace(axis, now=(), over=(last, ends[last.code]))


def _end_of(point: StatusPoint, beside: list[Axis]) -> StatusPoint | None:
    """The first that is said freely of a later day, and that nobody denies."""
    codes = _ENDS.get(point.code, frozenset())
    later = [
        end
        for axis in beside
        for end in axis.history
        if end.code in codes and _day(end.date) > _day(point.date) and _stands(end, axis)
    ]
    return min(later, key=lambda end: _day(end.date), default=None)


def _stands(point: StatusPoint, axis: Axis) -> bool:
    is_denied = any(p.value.stance == "denies" and p.code == point.code for p in axis.history)
    return point.value.is_told and point.value.circumstance not in _NOT_FREELY and not is_denied


def _now(history: list[StatusPoint]) -> Iterator[StatusPoint]:
    """Each code once. What was said in custody or under pressure counts only where nothing was said freely."""
    standing = [p for p in history if p.value.is_told]
    freely = [p for p in standing if p.value.circumstance not in _NOT_FREELY]
    counted = freely or standing
    latest = [p for p in counted if _day(p.date) == _day(counted[-1].date)]
    yield from {p.code: p for p in latest}.values()


def _points(values: Values) -> Iterator[StatusPoint]:
    for predicate in (*_STATUS, *AXES):
        for value in values.get(predicate, ()):
            for axis, code in _codes(predicate, value):
                for said in value.said:
                    when = said.holds_on or said.dated
                    yield StatusPoint(axis, code, when, not said.holds_on, value, said)


def _codes(predicate: str, value: Value) -> Iterator[tuple[str, str]]:
    if predicate in AXES:
        yield predicate, value.raw
        return
    for status in value.raw if isinstance(value.raw, list) else [value.raw]:
        if status in AXIS_OF_STATUS:
            yield AXIS_OF_STATUS[status]


def _day(edtf: str) -> date:
    """For sorting: the first day that it may mean, or the only end that is known; no known year comes first of all."""
    stretch = stretch_of(edtf)
    return (stretch.first or stretch.last or date.min) if stretch else date.min
