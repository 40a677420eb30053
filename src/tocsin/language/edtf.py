"""An EDTF level 1 date as days: the first and the last that it may mean, how sharp it is, how near two come."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

# A moment counts as its day, by the clock that it was noted by.
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$")
_POINT = re.compile(
    r"(?P<year>[0-9]{3}[0-9X]|[0-9]{2}XX|XXXX)(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%]?)"
)
_NO_YEAR = 2000  # stands for a year that is not known; a leap year, so that 29 February can be meant


class Precision(StrEnum):
    """SPAN: two ends are given. OPEN: one of them is not known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    YEARS = "years"
    SPAN = "span"
    OPEN = "open"


@dataclass(frozen=True)
class Stretch:
    """`first` or `last` is None at an open end, never both. `?` is inferred, `~` approximate, `%` both."""

    first: date | None
    last: date | None
    precision: Precision
    is_inferred: bool = False
    is_approximate: bool = False


class Days(NamedTuple):
    """From the first day to the last; `has_year` is False where only day and month are known."""

    first: date
    last: date
    has_year: bool = True

    @property
    def is_one_day(self) -> bool:
        return self.first == self.last


def stretch_of(edtf: str) -> Stretch | None:
    """None where no year is known, or it is no date: the words then stand for themselves."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _stretch(first)
    begins, ends = _stretch(first), _stretch(last)
    if (begins is None and first not in ("", "..")) or (ends is None and last not in ("", "..")):
        return None
    return _between(begins, ends)


def first_day(edtf: str) -> date:
    """The first that it may mean, for putting in order: `date.max` where none is known."""
    stretch = stretch_of(edtf)
    return (stretch.first if stretch else None) or date.max


def days_of(edtf: str) -> Days | None:
    """The days that are meant, for comparing: also of a day without a year; an open end is left out.

    None where it is no date, or tells less than a year and less than a day of one.
    """
    first, slash, last = edtf.strip().partition("/")
    start = _days(first)
    if not slash or start is None:
        return start
    end = _days(last)
    return Days(start.first, max(end.last, start.last), start.has_year) if end else start


def may_meet(one: Stretch, other: Stretch) -> bool:
    """Whether the two may mean the same day."""
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
        one.last or date.max
    )


def apart(one: Days, other: Days) -> int:
    """The days between two; 0 where they overlap. Where one has no year, the nearest year is meant."""
    if one.has_year and other.has_year:
        return _gap(one, other, 0)
    return min(_gap(_in_no_year(one), _in_no_year(other), shift) for shift in (-366, 0, 366))


def _gap(one: Days, other: Days, shift: int) -> int:
    moved = timedelta(shift)
    return max((other.first + moved - one.last).days, (one.first - other.last - moved).days, 0)


def _in_no_year(days: Days) -> Days:
    length = days.last - days.first
    if length > timedelta(366):
        return Days(date(_NO_YEAR, 1, 1), date(_NO_YEAR, 12, 31))
    first = days.first.replace(year=_NO_YEAR)
    return Days(first, first + length)


def _between(begins: Stretch | None, ends: Stretch | None) -> Stretch | None:
    known = [point for point in (begins, ends) if point]
    first, last = begins.first if begins else None, ends.last if ends else None
    if not known or (first and last and first > last):
        return None
    return Stretch(
        first,
        last,
        Precision.SPAN if len(known) == 2 else Precision.OPEN,
        any(point.is_inferred for point in known),
        any(point.is_approximate for point in known),
    )


class _Point(NamedTuple):
    """One end of a date as it is written: the days that it may mean."""

    days: Days
    precision: Precision
    mark: str


def _point(edtf: str) -> _Point | None:
    match = _POINT.fullmatch(_CLOCK.sub("", edtf))
    if match is None:
        return None
    try:
        return _Point(*_ends(match["year"], match["month"] or "X", match["day"] or "X"), match["mark"])
    except ValueError:  # no such day
        return None


def _stretch(edtf: str) -> Stretch | None:
    point = _point(edtf)
    if point is None or not point.days.has_year:
        return None
    first, last, _has_year = point.days
    return Stretch(first, last, point.precision, point.mark in ("?", "%"), point.mark in ("~", "%"))


def _days(edtf: str) -> Days | None:
    """A decade or a century tells too little to compare by."""
    point = _point(edtf)
    return point.days if point and point.precision != Precision.YEARS else None


def _ends(year: str, month: str, day: str) -> tuple[Days, Precision]:
    """Raises ValueError for what is no date."""
    if year == "XXXX":
        exact = date(_NO_YEAR, int(month), int(day))
        return Days(exact, exact, has_year=False), Precision.DAY
    if "X" in year:
        first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
        return Days(date(first, 1, 1), date(last, 12, 31)), Precision.YEARS
    if "X" in month:
        return Days(date(int(year), 1, 1), date(int(year), 12, 31)), Precision.YEAR
    if "X" in day:
        length = calendar.monthrange(int(year), int(month))[1]
        return Days(date(int(year), int(month), 1), date(int(year), int(month), length)), Precision.MONTH
    exact = date(int(year), int(month), int(day))
    return Days(exact, exact), Precision.DAY
