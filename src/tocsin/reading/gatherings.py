"""An hour and a place where people meet: announced without a word that asks for it."""

import re

from tocsin.language.found_date import FoundDate
from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.language.times_ago import days_of
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section

LONGEST, LONGEST_UNDATED = 220, 110
_LABEL = re.compile(r"^\W*[^\W\d_][^:–—]{1,30}\s?(?::|[–—])\s")  # 'Lyon: 6 p.m., in front of the prefecture'
NOWHERE = frozenset({Section.QUOTED_LETTER, Section.BACKGROUND, Section.DEMANDS, Section.COPIES})
PROTESTS = frozenset({"march_rally", "picket", "protest_camp", "sit_down_protest", "day_of_action"})
_HOUR = re.compile(
    r"(?<![\d.:])(?:[01]?\d|2[0-3])"
    r"(?:[:.h][0-5]\d(?!\d)|\s?(?:h|hs|hrs|horas|heures|uhr|am|pm|a\.m|p\.m|ч|час\w*|点|時|时|hodin)(?!\w))"
    r"|[一二三四五六七八九十]{1,3}[点點时時]"
    r"|(?:\b(?:at|à|ore|alle|às|kl\.?|a las|um|в)|klokken) (?:[01]?\d|2[0-3])(?!\w)|\b(?:noon|midday|mezzogiorno|midi)\b",
    re.IGNORECASE,
)


def gathering(marked: Marked, material: Material) -> Hit | None:
    """The place, in 'Saturday 14 November, 1 pm, in front of the town hall'; None where it is told of the past."""
    words, text = material.words, marked.text
    if marked.section in NOWHERE:
        return None
    named = _named_first(marked, words)
    place = words.cues("gathering_places").first(text) or named
    is_timed = named is not None and any(date.has_day for date in marked.dates)
    if place is None or not (
        is_timed or names_an_hour(text)
    ):  # in this order, since hours are written in so many ways
        return None
    modes = words.cues("ask_modes").codes(text)
    takes_place = bool(named or "appeal" in modes or words.cues("takes_place").first(text))
    if "reported" in modes and not takes_place:
        return None
    if not _is_of_people(text, takes_place, words):
        return None
    return Hit("picket", place.start, place.end) if _lies_ahead(marked, material, takes_place) else None


def _named_first(marked: Marked, words: Lexicon) -> Hit | None:
    """'Rally: Saturday 10 May, Roses': what begins with the name of a gathering, which 'March 29' is not."""
    text = marked.text
    named = words.cues("gathering_names").first(text)
    if named and any(date.start <= named.start < date.end for date in marked.dates):
        return None
    return named if named and not text[: named.start].strip('-–—•* "') else None


def names_an_hour(text: str) -> bool:
    return _HOUR.search(text) is not None


def _is_of_people(text: str, takes_place: bool, words: Lexicon) -> bool:
    """A short line that tells of nothing but a protest; or 'on 9 May a sit-in will be held for him who was arrested'."""
    told = words.cues("incidents").codes(text)
    if takes_place and (words.cues("gathering_names").first(text) or not PROTESTS.isdisjoint(told)):
        return True
    return len(text) <= LONGEST and PROTESTS.issuperset(told)


def is_weekday(date: FoundDate, marked: Marked) -> bool:
    """'everyone to the court on Monday': the next one, though 'on Monday' mostly tells of the last."""
    return not any(map(str.isdigit, marked.text[date.start : date.end]))


def _lies_ahead(marked: Marked, material: Material, takes_place: bool) -> bool:
    """All its days are to come, or one of them where it will take place; without a day it is a short announcement."""
    dated = [date for date in marked.dates if date.has_day and not (takes_place and is_weekday(date, marked))]
    days = [days_of(date.edtf) for date in dated]
    published, is_asked = material.anchor.day, marked.section is Section.ASK
    if not days:
        is_announced = is_asked or takes_place or _LABEL.match(marked.text) is not None
        return len(marked.text) <= LONGEST_UNDATED and is_announced
    if published is None:
        return True
    if takes_place:
        return any(day and day[1] >= published for day in days)
    return all(day and (day[1] >= published if is_asked else day[0] > published) for day in days)
