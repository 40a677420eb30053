"""On which days of the week a country rests, from CLDR."""

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError


def is_weekend(day: date, country: str) -> bool:
    """`country` is ISO alpha-2; Saturday and Sunday where nothing is known of it."""
    where = _locale(country)
    return (day.weekday() - where.weekend_start) % 7 <= (where.weekend_end - where.weekend_start) % 7


@cache
def _locale(country: str) -> Locale:
    try:
        return Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return Locale("en", "001")
