"""An hour and a place where people meet: announced without a word that asks for it."""

import re

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
    r"|(?:\b(?:at|à|ore|alle|às|kl\.?|a las|um|в)|klokken) (?:[01]?\d|2[0-3])(?!\w)|\b(?:noon|midday|mezzogiorno|midi)\b",
    re.IGNORECASE,
)


def gathering(marked: Marked, material: Material) -> Hit | None:
    """The place, in 'Saturday 14 November, 1 pm, in front of the town hall'; None where it is told of the past."""
    words, text = material.words, marked.text
    if marked.section in NOWHERE or len(text) > LONGEST:
        return None
    place = words.cues("gathering_places").first(text)
    if place is None or _HOUR.search(text) is None:  # in this order, since hours are written in so many ways
        return None
    is_told = "reported" in words.cues("ask_modes").codes(text)
    if is_told or not PROTESTS.issuperset(words.cues("incidents").codes(text)):
        return None
    return Hit("picket", place.start, place.end) if _lies_ahead(marked, material) else None


def _lies_ahead(marked: Marked, material: Material) -> bool:
    """All its days are to come; without a day it is a short line of an announcement."""
    days = [days_of(date.edtf) for date in marked.dates if date.has_day]
    published, is_asked = material.anchor.day, marked.section is Section.ASK
    if not days:
        return len(marked.text) <= LONGEST_UNDATED and (is_asked or _LABEL.match(marked.text) is not None)
    return published is None or all(
        day and (day[1] >= published if is_asked else day[0] > published) for day in days
    )
