"""'Two weeks ago', 'last month', 'a few days ago': reckoned from the day of publication. Phrases: `times_ago`."""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from tocsin.language.found_date import FoundDate
from tocsin.language.han import is_han
from tocsin.language.lexicon import Lexicon
from tocsin.language.reckoning import Anchor

ABOUT = 3  # days by which 'two weeks ago' may be out
_SURE_DAYS = 9
_WORD = re.compile(r"\d+|[^\W\d]+")


def times_ago(text: str, words: Lexicon, anchor: Anchor) -> Iterator[FoundDate]:
    """Nothing where the day of publication is not known."""
    if anchor.day is None:
        return
    for hit in words.cues("times_ago").find(text):
        said = text[hit.start : hit.end]
        unit, _, back = hit.code.partition(" ")
        number = int(back) if back else _number(said, words)
        if number is None:
            continue
        edtf = _edtf(unit, number, anchor.day, anchor.precision)
        if edtf:
            yield FoundDate(hit.start, hit.end, edtf, f"'{said}' reckoned from the day of publication")


def _number(said: str, words: Lexicon) -> int | None:
    """The number in 'two weeks ago', '两周前'; a larger one than ninety-nine is a slip."""
    numbers = words.table("numbers")
    for part in (*_WORD.findall(said.lower()), *filter(is_han, said)):
        if part.isdecimal() and int(part) < 100:
            return int(part)
        if 0 < (value := numbers.get(part, 0)) < 100:
            return int(value)
    return None


def _edtf(unit: str, number: int, day: date, precision: str) -> str | None:
    """As sharp as the words and the day of publication allow."""
    if unit in ("year", "years"):
        return f"{day.year - number}?"
    if precision == "year":
        return f"{day.year}?"
    if unit in ("month", "months"):
        return _month(day, number)
    if precision == "month":
        return f"{day:%Y-%m}?"
    if unit == "past":
        return interval(day - timedelta(days=number), day)
    if unit == "week":
        monday = day - timedelta(days=day.isoweekday() - 1 + 7 * number)
        return interval(monday, min(day, monday + timedelta(days=6)))
    if unit == "days" and number <= _SURE_DAYS:
        return f"{(day - timedelta(days=number)).isoformat()}?"
    middle = day - timedelta(days=number * (7 if unit == "weeks" else 1))
    return interval(middle - timedelta(days=ABOUT), middle + timedelta(days=ABOUT))


def _month(day: date, back: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 - back, 12)
    return f"{year}-{month + 1:02}?"


def interval(first: date, last: date) -> str:
    """Both ends inferred."""
    return f"{first.isoformat()}?/{last.isoformat()}?" if first < last else f"{last.isoformat()}?"


def days_of(edtf: str) -> tuple[date, date] | None:
    """The first and the last day of an EDTF date or interval; None where the year is unknown or an end is open."""
    first, _, last = edtf.partition("/")
    try:
        return _ends(first)[0], _ends(last or first)[1]
    except ValueError:
        return None


def _ends(point: str) -> tuple[date, date]:
    parts = [int(part) for part in point.rstrip("?~%").split("-")]
    if len(parts) == 3:
        day = date(*parts)
        return day, day
    if len(parts) == 2:
        year, month = parts
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(parts[0], 1, 1), date(parts[0], 12, 31)
