"""Which days an EDTF date may mean, and how near two dates come to each other."""

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

_DATE = re.compile(r"(\d{4}|\d{2}XX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?[?~%]?$")
_NO_YEAR = 2000  # a leap year, so that 29 February can be meant


class Days(NamedTuple):
    """From the first day to the last; `has_year` is False where only day and month are known."""

    first: date
    last: date
    has_year: bool = True

    @property
    def is_one_day(self) -> bool:
        return self.first == self.last


def days_of(edtf: str) -> Days | None:
    """The days of an EDTF level 1 date or closed interval; None where it is none, or tells nothing."""
    first, slash, last = edtf.strip().partition("/")
    start = _days(first)
    if not slash or start is None:
        return start
    end = _days(last)
    return Days(start.first, max(end.last, start.last), start.has_year) if end else start


def apart(one: Days, other: Days) -> int:
    """The days between two; 0 where they overlap. Where one has no year, the nearest year is meant."""
    if one.has_year and other.has_year:
        return max((other.first - one.last).days, (one.first - other.last).days, 0)
    return min(_between(_in_no_year(one), _in_no_year(other), shift) for shift in (-365, 0, 365))


def _between(one: Days, other: Days, shift: int) -> int:
    moved = timedelta(shift)
    return max((other.first + moved - one.last).days, (one.first - other.last - moved).days, 0)


def _in_no_year(days: Days) -> Days:
    if days.last - days.first > timedelta(366):
        return Days(date(_NO_YEAR, 1, 1), date(_NO_YEAR, 12, 31))
    first = (
        days.first.replace(year=_NO_YEAR)
        if (days.first.month, days.first.day) != (2, 29)
        else date(_NO_YEAR, 2, 29)
    )
    return Days(first, first + (days.last - days.first))


def _days(edtf: str) -> Days | None:
    found = _DATE.match(edtf)
    if found is None or (found[1].endswith("XX") and found[1] != "XXXX"):
        return None
    year, month, day = (None if part is None or "X" in part else int(part) for part in found.groups())
    if year is None and (month is None or day is None):
        return None
    try:
        return Days(*_ends(year or _NO_YEAR, month, day), year is not None)
    except ValueError:
        return None


def _ends(year: int, month: int | None, day: int | None) -> tuple[date, date]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
