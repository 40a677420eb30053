"""Dates of sources in words: '2011-06-15' is June 2011, since a month is what a source is known by."""

from datetime import date
from functools import lru_cache

from tocsin.language.calendar_words import calendar_words


@lru_cache(4096)
def month_words(edtf: str, language: str = "en") -> str:
    """Month and year, or the year alone where no more is known; the text itself where it is no plain date."""
    year, month, _ = year_month_day(edtf)
    if not year:
        return edtf
    if not month:
        return str(year)
    return calendar_words(date(year, month, 1), "yMMMM", language)


@lru_cache(4096)
def day_words(edtf: str, language: str = "en") -> str:
    """Day, month and year as far as they are known."""
    year, month, day = year_month_day(edtf)
    if not (year and month and day):
        return month_words(edtf, language)
    return calendar_words(date(year, month, day), "long", language)


@lru_cache(4096)
def year_month_day(edtf: str) -> tuple[int, int, int]:
    """Year, month, day, zero where unknown; the first date of an interval."""
    numbers = [int(p) if p.isdigit() else 0 for p in edtf.split("/")[0].rstrip("?~%").split("-")]
    year, month, day = (*numbers, 0, 0)[:3]
    try:
        date(year or 1, month or 1, day or 1)
    except ValueError:
        return 0, 0, 0
    return year, month, day
