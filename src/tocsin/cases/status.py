"""A person's status, dated, on five axes: derived from the claims each time it is asked for, and never stored.

A claim of an axis says its code itself; a claim of a draft's status (`status`, `also`) is read by the table of
`terms.status_axes`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tocsin.language.edtf import stretch_of
from tocsin.reports.axes import AXIS_WORDS, CODE_WORDS
from tocsin.terms.status_axes import AXES, AXIS_OF_STATUS

from .view import Said, Value, Values

_STATUS = ("status", "also")


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
    """`now`: the latest that stands; several where claims of one date differ. `history`: all, earliest first."""

    axis: str
    now: tuple[StatusPoint, ...]
    history: tuple[StatusPoint, ...]

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
    return tuple(Axis(axis, tuple(_now(history)), tuple(history)) for axis, history in axes if history)


def _now(history: list[StatusPoint]) -> Iterator[StatusPoint]:
    """Each code once. What was said in custody or under pressure counts only where nothing was said freely."""
    standing = [p for p in history if p.value.is_told]
    freely = [p for p in standing if p.value.circumstance not in ("in_custody", "under_pressure")]
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
