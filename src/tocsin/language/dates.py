"""Dates as a text writes them -> EDTF level 1, reckoned from the day it was published."""

import re
from collections.abc import Iterator
from functools import cache

from tocsin.language.figure_dates import dates_in_figures, is_day
from tocsin.language.found_date import FoundDate
from tocsin.language.gates import Gate
from tocsin.language.lexicon import Lexicon
from tocsin.language.one_of import one_of
from tocsin.language.reckoning import Anchor, named_day, numbered_weekday, on_weekday, relative_day
from tocsin.language.stretches import joined, until, until_month
from tocsin.language.times_ago import times_ago


def find_dates(text: str, words: Lexicon, anchor: Anchor, planned: bool = False) -> list[FoundDate]:
    """Every date in a sentence, in its order; `planned` sentences speak of days to come."""
    found: list[FoundDate] = []
    for date in _candidates(text, words, anchor, planned):
        if not any(date.start < other.end and other.start < date.end for other in found):
            found.append(date)
    return joined(sorted(found, key=lambda date: date.start), text, words)


def _candidates(text: str, words: Lexicon, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    """The surest readings first."""
    has_figures = bool(_FIGURE.search(text))
    if has_figures:
        yield from dates_in_figures(text, words.language, anchor, planned)
    if _gate(words, "months", "weekdays", "days_ago", "holidays").opens(text):
        yield from _in_words(text, words, anchor, planned)
    yield from times_ago(text, words, anchor)
    if has_figures and _ANY_YEAR.search(text):
        for match in _YEAR.finditer(text):
            yield FoundDate(*match.span("y"), match["y"], "year as written")


def _in_words(text: str, words: Lexicon, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    if _gate(words, "months").opens_at_a_word(text):
        yield from _with_month_names(text, words, anchor, planned)
    if _gate(words, "weekdays").opens_at_a_word(text):
        yield from _weekdays(text, words, anchor, planned)
    if _gate(words, "days_ago", "holidays").opens_at_a_word(text):
        yield from _relative(text, words, anchor)


@cache
def _gate(words: Lexicon, *parts: str) -> Gate:
    return Gate(str(word) for part in parts for word in words.table(part))


_FIGURE = re.compile(r"\d")
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR = re.compile(
    r"(?i)\b(?:in|since|of|from|until|by|early|late|en|de|desde|depuis|im|seit|em|nel|dal|roku|år|през|от|в|с)\s+"
    r"(?P<y>(?:19|20)\d\d)\b(?!\s*%)"
)


def _with_month_names(text: str, words: Lexicon, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    months, weekdays = words.table("months"), words.table("weekdays")
    for match in _named(words).finditer(text):
        weekday = weekdays.get((match["w"] or "").lower())
        day, month = match["d"] or match["d2"], months.get((match["mo"] or match["mo2"]).lower().rstrip("."))
        if month and is_day(month, day):
            parts = match["y"] or match["y2"], month, day, weekday, anchor, planned
            yield from (until(one, match["de"] or match["de2"]) for one in _of_parts(match, *parts))
    for match in _month_alone(words).finditer(text):
        month, last = months[match["mo"].lower()], months.get((match["end"] or "").lower())
        if match["y"] or last or _is_named_month(match, words):
            parts = match["y"], month, None, None, anchor, planned
            yield from (until_month(one, last) for one in _of_parts(match, *parts))


def _is_named_month(match: re.Match[str], words: Lexicon) -> bool:
    """'in May', not 'may' or 'March on': where months are written with a capital, a bare one needs a preposition."""
    return bool(match["pre"]) and (words.language not in ("en", "de") or match["mo"][0].isupper())


def _of_parts(
    match: re.Match[str],
    year: str | None,
    month: int,
    day: str | None,
    weekday: int | None,
    anchor: Anchor,
    planned: bool,
) -> Iterator[FoundDate]:
    edtf, rule = named_day(year, month, int(day) if day else None, weekday, anchor, planned)
    yield FoundDate(*_trimmed(match), edtf, rule)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """Without the preposition in front."""
    pre = match.re.groupindex.get("pre")
    start = match.end(pre) if pre and match[pre] else match.start()
    piece = match.string[start : match.end()]
    return start + len(piece) - len(piece.lstrip()), match.end()


def _weekdays(text: str, words: Lexicon, anchor: Anchor, planned: bool) -> Iterator[FoundDate]:
    weekdays = words.table("weekdays")
    if not weekdays:
        return
    for match in _weekday(words).finditer(text):
        if words.language in ("en", "de") and not match["w"][0].isupper():
            continue
        weekday = weekdays[match["w"].lower()]
        numbered = _NUMBER_OF_DAY.match(text, match.end())
        if numbered and (edtf := numbered_weekday(weekday, int(numbered["d"]), anchor, planned)):
            rule = "the day nearest to publication that is that weekday and has that number"
            yield FoundDate(match.start("w"), numbered.end("d"), edtf, rule)
            continue
        edtf, rule = on_weekday(weekday, anchor, planned, (match["cue"] or "").strip().lower() or None, words)
        yield FoundDate(*match.span("w"), edtf, rule)


# 'el sábado 19,': a number that nothing follows which it could count.
_NUMBER_OF_DAY = re.compile(
    r"\s+(?:the\s+)?(?P<d>[1-9]|[12]\d|3[01])(?:st|nd|rd|th|º|\.)?(?=\s*(?:[,;.)\"»:](?:\s|$)|$))"
)


def _relative(text: str, words: Lexicon, anchor: Anchor) -> Iterator[FoundDate]:
    days, holidays = words.table("days_ago"), words.table("holidays")
    for match in _phrase_of_day(words).finditer(text):
        phrase = match[0].lower()
        if text[: match.start()].lower().split()[-1:] in [[article] for article in words.words("articles")]:
            continue  # 'las cinco de la mañana' is no 'mañana'
        if phrase in holidays:
            month, day = str(holidays[phrase]).split("-")
            edtf, rule = named_day(None, int(month), int(day), None, anchor, False)
            yield FoundDate(*match.span(), edtf, f"holiday; {rule}")
        elif found := relative_day(days[phrase], anchor):
            yield FoundDate(*match.span(), found, f"'{match[0]}' reckoned from the day of publication")


@cache
def _phrase_of_day(words: Lexicon) -> re.Pattern[str]:
    phrases = one_of(
        {**words.table("days_ago"), **words.table("holidays")}, blank=" "
    )  # as the tables have them
    return re.compile(rf"(?i)(?<!\w)(?:{phrases})(?!\w)")


@cache
def _named(words: Lexicon) -> re.Pattern[str]:
    months, days = one_of(words.table("months")), one_of(words.table("weekdays"))
    ordinal = "|".join(words.words("ordinals")) or "(?!)"
    fill = "|".join(words.words("date_fillers")) or "(?!)"
    links = "|".join(words.words("range_links")) or "(?!)"
    ordinal_gap = rf"(?:{ordinal}|\.)?"
    year = r"(?:(?:,?\s+(?:de\s+|del\s+)?|\s*,\s*)(?P<y{n}>(?:19|20)\d\d)\b)?"
    gap = rf"(?:\.?\s*(?:{ordinal})?\.?\s*(?:(?:{fill})\s+)*)"
    return re.compile(
        rf"(?i)(?<!\w)(?:(?P<w>{days}),?\s+(?:(?:{fill})\s+)*)?(?:"
        rf"(?P<d>\d{{1,2}}){ordinal_gap}(?:(?:\s?[-–/]\s?|\s+(?:{links})\s+(?:(?:{fill})\s+)?)(?P<de>\d{{1,2}}))?{gap}(?P<mo>{months})\b(?!\s+\d{{1,2}},\s+\d{{4}}){year.format(n='')}"
        rf"|(?P<mo2>{months})\.?\s+(?P<d2>\d{{1,2}})(?:{ordinal})?(?:(?:[-–]|\s+(?:{links})\s+)(?P<de2>\d{{1,2}})(?:{ordinal})?(?![\d:]))?(?!\d){year.format(n='2')})"
    )


@cache
def _month_alone(words: Lexicon) -> re.Pattern[str]:
    months = one_of(words.table("months"))
    before = "|".join(re.escape(word) for word in sorted(words.words("month_prepositions"))) or "(?!)"
    return re.compile(
        rf"(?i)(?<!\w)(?P<pre>(?:{before})\s+)?(?P<mo>{months})(?!\w)"
        rf"(?:\s?[-–/]\s?(?P<end>{months})(?!\w))?(?:,?\s+(?:(?:de|del|do|of|du)\s+)?(?P<y>(?:19|20)\d\d)\b)?"
    )


@cache
def _weekday(words: Lexicon) -> re.Pattern[str]:
    cues = [cue for ones in words.table("season_cues").values() for cue in ones]
    before = "|".join(re.escape(cue) for cue in sorted(cues, key=len, reverse=True)) or "(?!)"
    return re.compile(rf"(?i)(?<!\w)(?:(?P<cue>{before})\s+)?(?P<w>{one_of(words.table('weekdays'))})(?!\w)")
