"""Dates in figures: 2011-06-05, 5.6.2011, 5/6/11, 'on 7/21', 'am 5.6.', 6月5日."""

import re
from collections.abc import Iterator

from tocsin.language.found_date import FoundDate
from tocsin.language.reckoning import Anchor, named_day

_LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PARTED = re.compile(r"\d[-/.]\s?\d")  # as in all dates but those in characters
_WHOLE = re.compile(
    r"(?<![\d./-])(?:(?P<iso>(?:19|20)\d\d)(?P<isep>[-/.])(?P<im>\d\d?)(?:(?P=isep)(?P<id>\d\d?))?"
    r"|(?P<d>\d{1,2})(?P<sep>[./])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<y>(?:19|20)\d\d|\d\d))(?![\d/-])"
)
_NO_YEAR = re.compile(
    r"(?i)(?<!\w)(?:on|since|until|from|before|am|vom|bis|den|der|dem|seit|el|al|del|le|du|au|il|dal|dia|no dia|dne|od|do|"
    r"на|от|с|до|по|d\.)\s+(?:(?P<a>\d{1,2})/(?P<b>\d{1,2})|(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.)(?![\d/%])"
)
_BARE_CJK = re.compile(r"(?<![\d/])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\d/%])")
_CJK = re.compile(r"(?:(?P<y>(?:19|20)\d\d)年)?(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>[0-3]?\d)[日號号])?")
_CJK_DAY = re.compile(r"(?<![\d月第个個])(?P<d>[1-3]?\d)[日號号](?![內内楼樓线線])")
_FIGURES_MONTH_FIRST = re.compile(r"(?<![\d./])(?:[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:\d\d){1,2}(?![\d/])")
_DAY_AND_YEAR = re.compile(r"\d, (?:19|20)\d\d")
_MONTH_FIRST = re.compile(
    r"(?<!\w)(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}, (?:19|20)\d\d(?!\d)"
)


def writes_month_first(text: str) -> bool:
    """Whoever writes 'June 5, 2011' or 6/25/2011 means 5 June by 6/5/2011, as is done in the United States."""
    if "/" in text and _FIGURES_MONTH_FIRST.search(text):
        return True
    return _DAY_AND_YEAR.search(text) is not None and _MONTH_FIRST.search(text) is not None


def dates_in_figures(text: str, language: str, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    if _PARTED.search(text):
        for match in _WHOLE.finditer(text):
            yield from _whole(match, anchor)
        for match in (_BARE_CJK if language == "zh" else _NO_YEAR).finditer(text):
            yield from _without_year(match, language, anchor, planned)
    if "月" in text:
        yield from _in_characters(text, anchor, planned)


def is_day(month: int, day: str | None) -> bool:
    """No 31 February."""
    return 1 <= month <= 12 and (day is None or 1 <= int(day) <= _LONGEST[month - 1])


def _whole(match: re.Match[str], anchor: Anchor) -> Iterator[FoundDate]:
    year, month, day = match["iso"] or match["y"], match["im"] or match["m"], match["id"] or match["d"]
    if match["iso"] and match["isep"] != "-" and day is None:
        return  # '2011/12' is a school year or a number
    if len(year) == 2 and match["sep"] == "." and int(month) > 12:
        return
    if match["d"] and _is_turned(day, month, anchor.month_first and match["sep"] == "/"):
        month, day = day, month
    if is_day(int(month), day):
        written = _century(year, anchor)
        yield FoundDate(*match.span(), _edtf(written, int(month), day), "date as written")


def _is_turned(day: str, month: str, month_first: bool) -> bool:
    """The month stands first: it must, or the text writes so."""
    return int(day) <= 12 and (int(month) > 12 or month_first)


def _century(year: str, anchor: Anchor) -> str:
    """'98' is 1998, '11' 2011: the last such year that is not long after publication."""
    if len(year) == 4:
        return year
    last = anchor.day.year + 2 if anchor.day else 2049
    return str(2000 + int(year) if 2000 + int(year) <= last else 1900 + int(year))


def _edtf(year: str, month: int, day: str | None) -> str:
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day else "")


def _without_year(match: re.Match[str], language: str, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    parts = match.groupdict()
    day, month = (parts["d"], parts["m"]) if parts.get("d") else (parts["a"], parts["b"])
    if parts["a"] and _is_turned(day, month, anchor.month_first or language == "zh"):
        day, month = month, day
    if is_day(int(month), day):
        edtf, rule = named_day(None, int(month), int(day), None, anchor, planned)
        start = match.start("a") if parts["a"] else match.start("d")
        yield FoundDate(start, match.end(), edtf, rule)


def _in_characters(text: str, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    """'7月22日', and '23日' after it."""
    month: tuple[int, str | None, int] | None = None
    for match in _CJK.finditer(text):
        if is_day(int(match["m"]), match["d"]):
            day = int(match["d"]) if match["d"] else None
            edtf, rule = named_day(match["y"], int(match["m"]), day, None, anchor, planned)
            yield FoundDate(*match.span(), edtf, rule)
            if month is None:
                month = int(match["m"]), match["y"], match.end()
    if month is None:
        return
    for match in _CJK_DAY.finditer(text, month[2]):
        if is_day(month[0], match["d"]):
            edtf, _ = named_day(month[1], month[0], int(match["d"]), None, anchor, planned)
            inferred = edtf if edtf.endswith("?") or edtf.startswith("X") else f"{edtf}?"
            yield FoundDate(*match.span(), inferred, "day of the month named before")
