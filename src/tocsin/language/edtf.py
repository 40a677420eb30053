"""An EDTF level 1 date as days: the first and the last day that it may mean, and how sharp it is."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

# A moment counts as its day, by the clock that it was noted by.
_CLOCK = re.compile(r"T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?$")
_POINT = re.compile(
    r"(?P<year>[0-9]{3}[0-9X]|[0-9]{2}XX)(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?(?P<mark>[?~%]?)"
)


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


def stretch_of(edtf: str) -> Stretch | None:
    """None where no year is known, or it is no date: the words then stand for themselves."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    begins, ends = _point(first), _point(last)
    if (begins is None and first not in ("", "..")) or (ends is None and last not in ("", "..")):
        return None
    return _between(begins, ends)


def may_meet(one: Stretch, other: Stretch) -> bool:
    """Whether the two may mean the same day."""
    return (one.first or date.min) <= (other.last or date.max) and (other.first or date.min) <= (
        one.last or date.max
    )


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


def _point(edtf: str) -> Stretch | None:
    match = _POINT.fullmatch(_CLOCK.sub("", edtf))
    days = _days(match["year"], match["month"] or "", match["day"] or "") if match else None
    if match is None or days is None:
        return None
    return Stretch(*days, match["mark"] in ("?", "%"), match["mark"] in ("~", "%"))


def _days(year: str, month: str, day: str) -> tuple[date, date, Precision] | None:
    try:
        if "X" in year:
            return (
                date(int(year.replace("X", "0")), 1, 1),
                date(int(year.replace("X", "9")), 12, 31),
                Precision.YEARS,
            )
        if not month or "X" in month:
            return date(int(year), 1, 1), date(int(year), 12, 31), Precision.YEAR
        if not day or "X" in day:
            length = calendar.monthrange(int(year), int(month))[1]
            return date(int(year), int(month), 1), date(int(year), int(month), length), Precision.MONTH
        exact = date(int(year), int(month), int(day))
    except (ValueError, calendar.IllegalMonthError):
        return None
    return exact, exact, Precision.DAY
