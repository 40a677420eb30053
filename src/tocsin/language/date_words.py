"""EDTF dates in words: '2011-06-05?' is '5 June 2011 (inferred)'. Phrases: `data/date-phrases.csv`."""

import csv
import re
from datetime import date
from functools import cache, lru_cache
from importlib import resources

from tocsin.language.calendar_words import calendar_words

_MARKS = re.compile(r"[?~%]")


@lru_cache(maxsize=8192)
def date_words(edtf: str, language: str = "en") -> str:
    """An EDTF level 1 date, moment or interval in words; nothing where nothing is known, else what cannot be read as it is."""
    if not edtf.strip("X-?~%"):
        return ""
    phrases = _phrases(language.split("-")[0])
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first, language)
    if last in ("", ".."):
        return phrases["onwards"].format(_point(first, language))
    return phrases["until"].format(_point(first, language), _point(last, language))


def plain_date_words(edtf: str, language: str = "en") -> str:
    """The same for running prose: a date that was inferred stands there as any other."""
    return date_words(_MARKS.sub("", edtf), language)


def _point(edtf: str, language: str) -> str:
    bare = edtf.rstrip("?~%")
    day, _, moment = bare.partition("T")
    try:
        words = _plain(day, language) + (f", {moment[:5]}" if moment else "")
    except ValueError:
        return edtf
    phrases = _phrases(language)
    if edtf.endswith(("~", "%")):
        words = phrases["approximate"].format(words)
    return phrases["inferred"].format(words) if edtf.endswith(("?", "%")) else words


def _plain(edtf: str, language: str) -> str:
    year, month, day = (*edtf.split("-"), "", "")[:3]
    if "X" in day:
        day = ""
    if not month or "X" in month:
        return year
    if "X" in year:
        # A leap year, so that 29 February can be said.
        words = calendar_words(date(2000, int(month), int(day or 1)), "MMMMd" if day else "LLLL", language)
        return _phrases(language)["year_unknown"].format(words)
    then = date(int(year), int(month), int(day or 1))
    return calendar_words(then, "long" if day else "yMMMM", language)


@cache
def _phrases(language: str) -> dict[str, str]:
    table = resources.files("tocsin.language").joinpath("data/date-phrases.csv").read_text(encoding="utf-8")
    rows = {row["language"]: row for row in csv.DictReader(table.splitlines())}
    return rows.get(language.split("-")[0], rows["en"])
