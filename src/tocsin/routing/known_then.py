"""Whether a statement speaks of a given day: a list knows nothing of the time before it was made."""

from datetime import date, timedelta

from tocsin.routing.edtf_words import year_month_day
from tocsin.terms.offices import Told


def first_day(edtf: str | None) -> date | None:
    """The earliest day that an EDTF date (level 0, or an interval's beginning) can mean; None where it says none."""
    year, month, day = year_month_day(edtf or "")
    return date(year, month or 1, day or 1) if year else None


def last_day(edtf: str | None) -> date | None:
    """The latest day that it can mean."""
    year, month, day = year_month_day((edtf or "").split("/")[-1])
    if not year:
        return None
    month = month or 12
    return date(year, month, day) if day else _last_of(year, month)


def _last_of(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def has_begun(told: Told, valid_from: str | None, on: date) -> bool:
    """From what the source says of the beginning, else from its own date; always where neither is known."""
    begins = first_day(valid_from) or first_day(told.date)
    return begins is None or begins <= on


def is_over(valid_to: str | None, on: date) -> bool:
    ended = last_day(valid_to)
    return ended is not None and ended < on
