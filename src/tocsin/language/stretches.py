"""'3 to 7 June', 'from 3 June to 7 July', 'marzo-abril': two dates that are the ends of one stretch of time."""

import re
from dataclasses import replace
from functools import cache

from tocsin.language.found_date import FoundDate
from tocsin.language.lexicon import Lexicon
from tocsin.language.times_ago import days_of

LONGEST_GAP = 16  # letters between the two
_YEAR_OF_RULE = "year of the phrase beside it"


def until(found: FoundDate, last_day: str | None) -> FoundDate:
    """The date with the later day of the same month as its end; unchanged where that is no later day."""
    if last_day is None or not found.has_day:
        return found
    mark = found.edtf[10:]
    if not int(found.edtf[8:10]) < int(last_day) <= 31:
        return found
    return replace(found, edtf=f"{found.edtf}/{found.edtf[:8]}{int(last_day):02}{mark}")


def until_month(found: FoundDate, last: int | None) -> FoundDate:
    """'May-June 2010': the month with a later one of the same year as its end."""
    if last is None or not int(found.edtf[5:7]) < last:
        return found
    return replace(found, edtf=f"{found.edtf}/{found.edtf[:5]}{last:02}{found.edtf[7:]}")


def joined(found: list[FoundDate], text: str, words: Lexicon) -> list[FoundDate]:
    """Neighbours that are ends of one stretch as one interval, and 'July last year' as one month."""
    made: list[FoundDate] = []
    for date in found:
        if made and (one := _one(made[-1], date, text, words)):
            made[-1] = one
        else:
            made.append(date)
    return made


def _one(a: FoundDate, b: FoundDate, text: str, words: Lexicon) -> FoundDate | None:
    between = text[a.end : b.start]
    if len(between) > LONGEST_GAP:
        return None
    return _month_of_year(a, b, between, words) or _interval(a, b, between, text, words)


def _month_of_year(a: FoundDate, b: FoundDate, between: str, words: Lexicon) -> FoundDate | None:
    """'julio del año pasado', '去年7月': the month's year was a guess, the phrase says it."""
    year, day = (a, b) if _is_year(a) else (b, a)
    fills = words.words("date_fillers", "articles", "month_prepositions") | {","}
    if not _is_year(year) or _is_year(day) or "/" in day.edtf or not day.edtf.endswith("?"):
        return None
    if any(part not in fills for part in re.findall(r"\w+|,", between.lower())):
        return None
    return FoundDate(a.start, b.end, f"{year.edtf[:4]}{day.edtf[4:]}", _YEAR_OF_RULE)


def _is_year(date: FoundDate) -> bool:
    return re.fullmatch(r"\d{4}\?", date.edtf) is not None


def _interval(a: FoundDate, b: FoundDate, between: str, text: str, words: Lexicon) -> FoundDate | None:
    if "/" in a.edtf + b.edtf or len(a.edtf.rstrip("?")) != len(b.edtf.rstrip("?")) or _is_year(a):
        return None
    if not _links(words).fullmatch(between):
        return None
    edtf = f"{_with_year_of(a, b)}/{b.edtf}"
    days = days_of(edtf)
    if days is None or days[0] > days[1] or b.rule.startswith("'"):
        return None
    return FoundDate(a.start, b.end, edtf, a.rule if a.rule == b.rule else f"{a.rule}; {b.rule}")


def _with_year_of(a: FoundDate, b: FoundDate) -> str:
    """'3 June to 7 July 2009': the year stands at the end."""
    if a.edtf.endswith("?") and not b.edtf.endswith("?"):
        return f"{b.edtf[:4]}{a.edtf[4:]}"
    return a.edtf


@cache
def _links(words: Lexicon) -> re.Pattern[str]:
    links = "|".join(re.escape(link) for link in sorted(words.words("range_links"), key=len, reverse=True))
    fills = "|".join(re.escape(fill) for fill in sorted(words.words("date_fillers"))) or "(?!)"
    return re.compile(rf"(?i)\s?(?:[-–—~]|{links or '(?!)'})\s?(?:(?:{fills})\s)?")
