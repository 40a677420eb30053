"""Which year, which Sunday: unfinished dates reckoned from the day of publication."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from tocsin.language.lexicon import Lexicon

AHEAD_UNPLANNED = timedelta(days=45)
AHEAD_PLANNED = timedelta(days=270)
TWO_MONTHS = 62  # days


@dataclass(frozen=True)
class Anchor:
    """The last day on which the text may have been written; `precision` is 'day', 'month', 'year' or 'none'.

    `years` are the years that stand in the text itself, the most recent first; `month_first` says that it writes 6/5 for 5 June.
    """

    day: date | None
    precision: str
    years: tuple[int, ...] = ()
    month_first: bool = False


def anchor_of(published: str | None, years: tuple[int, ...] = ()) -> Anchor:
    """From an EDTF date; of an interval the later end."""
    plain = (published or "").split("/")[-1].rstrip("?~%")
    parts = plain.split("-")
    if not parts[0].isdigit() or not all(part.isdigit() for part in parts) or not 1 <= int(parts[0]) <= 9998:
        return Anchor(None, "none", years)
    numbers = [int(part) for part in parts]
    try:
        return Anchor(_last_day(numbers), ("year", "month", "day")[len(numbers) - 1], years)
    except ValueError:
        return Anchor(None, "none", years)


def _last_day(numbers: list[int]) -> date:
    if len(numbers) == 3:
        return date(*numbers)
    if len(numbers) == 2:
        return date(numbers[0], numbers[1], calendar.monthrange(numbers[0], numbers[1])[1])
    return date(numbers[0], 12, 31)


def named_day(
    year: str | None, month: int, day: int | None, weekday: int | None, anchor: Anchor, planned: bool
) -> tuple[str, str]:
    """EDTF and rule for a month, with what else the text gives."""
    tail = f"-{month:02}" + (f"-{day:02}" if day else "")
    if year:
        return f"{year}{tail}", "date as written"
    found = _year_for(month, day, weekday, anchor, planned)
    if found is None:
        return f"XXXX{tail}", "no year in the text and no day of publication"
    return f"{found[0]}{tail}?", found[1]


def _year_for(
    month: int, day: int | None, weekday: int | None, anchor: Anchor, planned: bool
) -> tuple[int, str] | None:
    if anchor.day is None:
        return _year_in_text(month, day, weekday, anchor.years)
    limit = anchor.day + (AHEAD_PLANNED if planned else AHEAD_UNPLANNED)
    years = [y for y in range(anchor.day.year + 1, anchor.day.year - 3, -1) if _is_by(y, month, day, limit)]
    by_weekday = [y for y in years if weekday and _falls_on(y, month, day, weekday)]
    if by_weekday:
        return by_weekday[0], "year in which the day falls on that weekday"
    if (
        anchor.precision == "year"
        and years
        and years[0] == anchor.day.year
        and anchor.day.year - 1 in anchor.years
    ):
        return anchor.day.year - 1, "year before a report that names only its year"
    return (years[0], "year reckoned from the day of publication") if years else None


def _year_in_text(
    month: int, day: int | None, weekday: int | None, years: tuple[int, ...]
) -> tuple[int, str] | None:
    if weekday and (fits := [y for y in years if _falls_on(y, month, day, weekday)]):
        return fits[0], "year named in the text in which the day falls on that weekday"
    if len(years) == 1:
        return years[0], "the only year named in the text"
    return (years[0], "the last year named in the text") if years else None


def _is_by(year: int, month: int, day: int | None, limit: date) -> bool:
    try:
        return date(year, month, day or 1) <= limit
    except ValueError:
        return False


def _falls_on(year: int, month: int, day: int | None, weekday: int) -> bool:
    try:
        return day is not None and date(year, month, day).isoweekday() == weekday
    except ValueError:
        return False


def on_weekday(
    weekday: int, anchor: Anchor, planned: bool, cue: str | None, words: Lexicon
) -> tuple[str, str]:
    """The last such day up to publication; the next one after it in a plan."""
    if anchor.day is None:
        return "XXXX", "weekday, and the day of publication is not known"
    if anchor.precision != "day":
        return _whole(anchor.day, anchor.precision), "weekday in the month or year of publication"
    cues = words.table("season_cues")
    ahead = cue in cues.get("next", ()) or (planned and cue not in cues.get("last", ()))
    back = (anchor.day.isoweekday() - weekday) % 7
    if ahead:
        day = anchor.day + timedelta(days=(weekday - anchor.day.isoweekday()) % 7 or 7)
        return f"{day.isoformat()}?", "first such weekday after the day of publication"
    return f"{(anchor.day - timedelta(days=back)).isoformat()}?", "last such weekday before publication"


def numbered_weekday(weekday: int, number: int, anchor: Anchor, planned: bool) -> str | None:
    """'Saturday 19': the nearest day that is both, before publication or in a plan after it; None where two months hold none."""
    if anchor.day is None or anchor.precision == "year":
        return None
    step = timedelta(days=1 if planned else -1)
    days = (anchor.day + step * back for back in range(TWO_MONTHS))
    found = next((day for day in days if day.day == number and day.isoweekday() == weekday), None)
    return f"{found.isoformat()}?" if found else None


def relative_day(days_back: int, anchor: Anchor) -> str | None:
    if anchor.day is None:
        return None
    if anchor.precision != "day":
        return _whole(anchor.day, anchor.precision)
    return f"{(anchor.day - timedelta(days=days_back)).isoformat()}?"


def _whole(day: date, precision: str) -> str:
    return f"{day:%Y-%m}?" if precision == "month" else f"{day:%Y}?"
