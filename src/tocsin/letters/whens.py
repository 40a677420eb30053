"""When something happened, as a sentence opens with it."""

import re
from datetime import date

from tocsin.language.calendar_words import calendar_words
from tocsin.language.date_words import date_words
from tocsin.language.said_date import SaidDate
from tocsin.letters.words import telling_language, telling_words

_QUALIFIERS = "?~%"


def when_words(edtf: str, language: str) -> str:
    """'2011-06-05' -> 'on 5 June 2011', '2003-03~' -> 'in or about March 2003'; empty where no date is known.

    A date that was inferred ('?') is said plainly: a reviewer has accepted it.
    """
    if not edtf.strip("X-" + _QUALIFIERS):
        return ""
    forms = telling_words(language)["when"]
    first, slash, last = edtf.partition("/")
    if not slash:
        return str(forms[_form(first)].format(date=date_said(first, language)))
    is_open = last in ("", "..")
    form = forms[_by_day("onwards" if is_open else "between", first, *([] if is_open else [last]))]
    return str(form.format(first=date_said(first, language), last=date_said(last, language)))


def since_words(edtf: str, language: str) -> str:
    """'since 5 June 2011': some languages want another word before a day than before a month."""
    first = edtf.partition("/")[0]
    form = telling_words(language)["when"][_by_day("since", first)]
    return str(form.format(date=date_said(first, language)))


def date_said(edtf: str, language: str) -> str:
    """The date alone, which bends as `SaidDate` does: '5 June 2011'; '5 June' where nobody knows the year."""
    return SaidDate(_plain(edtf, language), edtf.rstrip(_QUALIFIERS), telling_language(language))


def _plain(edtf: str, language: str) -> str:
    bare, told_in = edtf.rstrip(_QUALIFIERS), telling_language(language)
    year_unknown = re.fullmatch(r"X{4}-(\d\d)(?:-(\d\d))?", bare)
    if not year_unknown:
        return date_words(bare, told_in)
    month, day = year_unknown.groups()
    # A leap year, so that 29 February can be said.
    then = date(2000, int(month), int(day or 1))
    return calendar_words(then, "MMMMd" if day else "LLLL", told_in)


def _by_day(form: str, *dates: str) -> str:
    """The form for days, or that for months and years where any of the dates is no day."""
    return form if all(_form(edtf).startswith("day") for edtf in dates) else f"{form}_span"


def _form(edtf: str) -> str:
    bare = edtf.rstrip(_QUALIFIERS)
    day = (*bare.split("-"), "", "")[2]
    about = "_about" if set("~%") & set(edtf) else ""
    if day and "X" not in day:
        return f"day{about}"
    return ("year" if bare.isdigit() else "span") + about
