"""The date of each sentence: its own, or the one the story stands at."""

import re
from dataclasses import dataclass
from itertools import pairwise

from tocsin.language.dates import FoundDate
from tocsin.language.phrases import Hit
from tocsin.reading.marks import Marked, Material
from tocsin.reading.merging import CARRIED
from tocsin.reading.sections import Section
from tocsin.terms.span import Span

FEW_DAYS = 4
_SIDE_BY_SIDE = re.compile(r"^\s*(?:and|y|et|und|e|i|og|и|和|及)\s*$")


@dataclass(frozen=True)
class When:
    """`is_own` where the sentence itself says it; `span` is the words it was read from."""

    edtf: str
    rule: str
    span: Span
    is_own: bool


def dates_of(material: Material) -> list[When | None]:
    """One value a sentence; a date is carried on within its paragraph, and further where the story goes on."""
    found: list[When | None] = []
    reach = 1 if _tells_one_story(material) else 0
    last: tuple[When, int] | None = None
    for marked in material.marked:
        own = _own(marked)
        if own:
            found.append(own)
            last = (
                None
                if marked.ahead or marked.section is Section.BACKGROUND
                else (own, marked.sentence.paragraph)
            )
            continue
        carried = _carried(marked, last, material, reach)
        found.append(carried)
        if carried and last:
            last = (last[0], marked.sentence.paragraph)
        elif last and marked.sentence.paragraph != last[1]:
            last = None if marked.section is not Section.NARRATIVE else last
    return found


def apiece(marked: Marked, hit: Hit, when: When | None) -> list[When | None]:
    """One date for an event; one each where dates stand side by side ('in January and March')."""
    days = marked.dates
    if when is None or not when.is_own or len(days) < 2:
        return [when]
    for a, b in pairwise(days):
        if len(a.edtf) == len(b.edtf) and _SIDE_BY_SIDE.match(marked.text[a.end : b.start]):
            return [_when(marked, a), _when(marked, b)]
    return [nearest(marked, hit, when)]


def nearest(marked: Marked, hit: Hit, when: When | None) -> When | None:
    """Of several dates in a sentence the one printed nearest to the event's words."""
    if when is None or not when.is_own or len(marked.dates) < 2:
        return when
    days = [date for date in marked.dates if date.has_day] or list(marked.dates)
    return _when(marked, min(days, key=lambda d: min(abs(d.start - hit.end), abs(hit.start - d.end))))


def _own(marked: Marked) -> When | None:
    """The first day; else the first date."""
    dates = sorted(marked.dates, key=lambda date: (not date.has_day, date.start))
    return _when(marked, dates[0]) if dates else None


def _when(marked: Marked, date: FoundDate) -> When:
    return When(date.edtf, date.rule, marked.span(date.start, date.end), True)


def _tells_one_story(material: Material) -> bool:
    """A report of few days; a chronicle of many prints the date of each event."""
    return len({date.edtf for marked in material.marked for date in marked.dates if date.has_day}) <= FEW_DAYS


def _carried(marked: Marked, last: tuple[When, int] | None, material: Material, reach: int) -> When | None:
    if last is None or marked.ahead:
        return None
    words = material.words
    goes_on = words.cues("story_goes_on").first(marked.text) is not None
    stands_apart = words.cues("story_stands_apart").first(marked.text) is not None
    near = marked.sentence.paragraph == last[1]
    if stands_apart and not goes_on:
        return None
    if near or marked.sentence.paragraph - last[1] <= (2 if goes_on else reach):
        when = last[0]
        edtf = when.edtf if when.edtf.endswith("?") else f"{when.edtf}?"
        return When(edtf, f"{CARRIED} from an earlier sentence ({when.rule})", when.span, False)
    return None
