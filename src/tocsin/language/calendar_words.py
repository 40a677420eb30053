"""Days and moments as a language writes them, without a stop at their end: at the end of a sentence it would stand twice."""

import re
from datetime import date, datetime
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, match_skeleton

_DAY_FIRST = "en-GB"
# 'г.' of '5 июня 2011 г.', as CLDR writes it in a pattern.
_LAST_STOP = re.compile(r"\s*'[^']*'\.$|\s*'[^']*\.'$")


def calendar_words(then: date, fields: str, language: str = "en") -> str:
    """`fields` is a length of CLDR ('long': '5 June 2011'), what is shown ('yMMMM': 'June 2011'), or one name by itself
    ('LLLL': 'June', 'cccc': 'Sunday'). English where a language (BCP 47) is not known.
    """
    return str(format_date(then, _pattern(fields, language), _locale(language)))


def moment_words(at: datetime, fields: str, clock: str = "%H:%M", language: str = "en") -> str:
    """Day and time of the day, in the order of the language; `clock` as in `strftime`."""
    form = str(_locale(language).datetime_formats["medium"])
    return form.format(at.strftime(clock), calendar_words(at, fields, language))


@cache
def _pattern(fields: str, language: str) -> str:
    if len(set(fields)) == 1:
        return fields
    locale = _locale(language)
    lengths, known = locale.date_formats, locale.datetime_skeletons
    found = (
        lengths[fields] if fields in lengths else known.get(fields) or known[match_skeleton(fields, known)]
    )
    return _LAST_STOP.sub("", found.pattern)


@cache
def _locale(language: str) -> Locale:
    """English dates are written day first."""
    try:
        return Locale.parse(_DAY_FIRST if language.split("-")[0] == "en" else language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale.parse(_DAY_FIRST, sep="-")
