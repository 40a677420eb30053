"""The date of each sentence: its own, or the one the story stands at."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from tocsin.language.found_date import FoundDate
from tocsin.language.lexicon import Lexicon
from tocsin.language.little_words import little
from tocsin.language.phrases import Hit
from tocsin.language.times_ago import days_of
from tocsin.reading.marks import Marked, Material
from tocsin.reading.merging import CARRIED
from tocsin.reading.sections import Section
from tocsin.terms.span import Span

FEW_DAYS = 4
FAR_YEAR = 60  # letters
OPENS = 8  # letters before a year that opens its sentence: 'Back in 2009'
VAGUE = 20  # letters by which a date without a day must stand nearer
CLOSES = 20  # letters of a sentence before a day that ends what it tells first
CLOSED = 200  # letters by which a day in front of an 'and' must stand nearer
BEGINS = 8  # letters by which a date behind a comma must stand nearer
ARRESTS = frozenset({"arrest", "mass_arrest"})
SAID_ON = 6  # letters between a verb of saying and its day: ' on '
THAT = re.compile(r"\s*,?\s*(?:that|что|що|dass|daß|que|qu['’]|che|že|at)\b")
_ENDS = re.compile(r"\s*[.!]?[\"'”»)]*\s*$")  # '..., the ministry said on Monday.'
_COMMA = re.compile(r"[,,、]")
_GOES_ON = re.compile(rf"\s*[,;]?\s*(?:{little('and')})\s")
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
    plan: tuple[When, int] | None = None
    for marked in material.marked:
        own = _own(marked, material.words) or _days_after(marked, last, material.words)
        if own and (marked.planned or marked.ahead) and marked.dates:
            plan = _when(marked, marked.dates[-1]), marked.sentence.paragraph
        if own is None and marked.ahead and plan and plan[1] == marked.sentence.paragraph:
            found.append(_from_earlier(plan[0]))
            continue
        if own:
            found.append(own)
            if _tells_since_when(marked, own, material.words):
                continue
            if last and _holds(own, last[0]) and marked.section is not Section.BACKGROUND:
                last = last[0], marked.sentence.paragraph
                continue
            is_of_story = not marked.ahead and marked.section is not Section.BACKGROUND
            last = (own, marked.sentence.paragraph) if is_of_story and not _is_year(own) else None
            continue
        carried = _carried(marked, last, material, reach)
        found.append(carried)
        if carried and last:
            last = (last[0], marked.sentence.paragraph)
        elif last and marked.sentence.paragraph != last[1]:
            last = None if marked.section is not Section.NARRATIVE else last
    return found


def _is_year(when: When) -> bool:
    """'an affair of 2003' sets no story in that year."""
    return len(when.edtf.rstrip("?")) == 4


def _holds(wide: When, known: When) -> bool:
    """'This year' does not move a story of 5 May of that year."""
    stretch, day = days_of(wide.edtf), days_of(known.edtf)
    return stretch is not None and day is not None and stretch != day and _is_within(day, stretch)


def _is_within(inner: tuple[date, date], outer: tuple[date, date]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _tells_since_when(marked: Marked, own: When, words: Lexicon) -> bool:
    """'They had been on strike since 13 February' does not move the story back to that day."""
    return any(marked.span(d.start, d.end) == own.span and _is_since(marked, d, words) for d in marked.dates)


def _is_since(marked: Marked, day: FoundDate, words: Lexicon) -> bool:
    before = marked.text[max(0, day.start - 14) : day.start].rstrip()
    return any(not before[hit.end :].strip() for hit in words.cues("since").find(before))


def apiece(marked: Marked, hit: Hit, when: When | None, words: Lexicon) -> list[When | None]:
    """One date for an event; one each where dates stand side by side ('in January and March')."""
    days = days_of_events(marked, words)
    if when is not None and when.is_own and len(days) == 1 and _is_of_another(marked, hit, days[0], words):
        return [None]
    if when is None or not when.is_own or len(days) < 2:
        return [None if when is not None and when.is_own and _is_far_year(marked, hit, when) else when]
    for a, b in pairwise(days):
        if len(a.edtf) == len(b.edtf) and _SIDE_BY_SIDE.match(marked.text[a.end : b.start]):
            return [_when(marked, a), _when(marked, b)]
    return [nearest(marked, hit, when, words)]


def _is_far_year(marked: Marked, hit: Hit, when: When) -> bool:
    """A bare year dates what stands beside it, or the sentence that it opens."""
    if not _is_year(when) or len(marked.dates) != 1:
        return False
    day = marked.dates[0]
    if day.start <= OPENS:
        return False
    return max(hit.start - day.end, day.start - hit.end) > FAR_YEAR


_DASH = re.compile(r".\s[–—|-]\s|\s[–—|-]\s.", re.DOTALL)


def _is_parted(between: str) -> bool:
    """A headline's dash; what stands between a dash and a comma is only put in."""
    return _DASH.search(between, between.rfind(",") + 1) is not None


def _is_of_another(marked: Marked, hit: Hit, day: FoundDate, words: Lexicon) -> bool:
    """A relative clause, a 'but' or a headline's dash stands between the event and the date."""
    if hit.code in ARRESTS and hit.end <= day.start and _is_since(marked, day, words):
        return False  # 'the detention of Jane Roe, who has been held since 3 May'
    if day.end <= hit.start:
        between = marked.text[day.end : hit.start]
        return _is_parted(between) or words.cues("relative_clause").first(between) is not None
    between = marked.text[hit.end : day.start]
    if hit.code in ARRESTS and any(told.code == "release" for told in words.cues("incidents").find(between)):
        return True  # 'held with her, he was freed on Sunday'
    return _is_parted(between) or words.cues("clause_breaks").first(between) is not None


def nearest(marked: Marked, hit: Hit, when: When | None, words: Lexicon) -> When | None:
    """Of several dates in a sentence the one printed nearest to the event's words; one with a day a little before others."""
    days = days_of_events(marked, words)
    if when is None or not when.is_own or len(days) < 2:
        return when
    own = [day for day in days if not _is_of_another(marked, hit, day, words)]
    return _when(marked, min(own or days, key=lambda day: _apart(day, hit, marked.text)))


def _apart(day: FoundDate, hit: Hit, text: str) -> int:
    """In letters; a day that follows a comma mostly begins the next event, one before an 'and' closed the last."""
    is_next = bool(_COMMA.search(text, hit.end, day.start))
    is_last = day.start > CLOSES and _GOES_ON.match(text, day.end, hit.start) is not None
    apart = max(day.start - hit.end, hit.start - day.end, 0)
    return apart + VAGUE * (not day.has_day) + BEGINS * is_next + CLOSED * is_last


def _own(marked: Marked, words: Lexicon) -> When | None:
    """The first day; else the first date."""
    dates = sorted(days_of_events(marked, words), key=lambda found: (not found.has_day, found.start))
    return _when(marked, dates[0]) if dates else None


def days_of_events(marked: Marked, words: Lexicon) -> tuple[FoundDate, ...]:
    """Without the day on which something was said: 'the spokesman said on 17 December that ten were killed'."""
    said = (
        [hit for hit in words.cues("statements").find(marked.text) if hit.code == "said"]
        if marked.dates
        else []
    )
    return tuple(day for day in marked.dates if not any(_is_said_on(marked.text, hit, day) for hit in said))


def _is_said_on(text: str, said: Hit, day: FoundDate) -> bool:
    if not 0 < day.start - said.end <= SAID_ON:
        return False
    return THAT.match(text, day.end) is not None or _ENDS.match(text, day.end) is not None


def _days_after(marked: Marked, last: tuple[When, int] | None, words: Lexicon) -> When | None:
    """'The next day': counted from the day the story stands at."""
    hit = words.cues("days_after").first(marked.text)
    if hit is None or last is None or marked.sentence.paragraph - last[1] > 1:
        return None
    try:
        day = date.fromisoformat(last[0].edtf.rstrip("?")) + timedelta(days=int(hit.code))
    except (ValueError, OverflowError):
        return None
    words_said = marked.text[hit.start : hit.end]
    span = marked.span(hit.start, hit.end)
    return When(f"{day.isoformat()}?", f"'{words_said}' counted from an earlier sentence", span, True)


def _when(marked: Marked, day: FoundDate) -> When:
    return When(day.edtf, day.rule, marked.span(day.start, day.end), True)


def _tells_one_story(material: Material) -> bool:
    """A report of few days; a chronicle of many prints the date of each event."""
    return len({day.edtf for marked in material.marked for day in marked.dates if day.has_day}) <= FEW_DAYS


def _carried(marked: Marked, last: tuple[When, int] | None, material: Material, reach: int) -> When | None:
    if last is None or marked.ahead or marked.section is Section.DEMANDS:
        return None
    words = material.words
    if words.cues("unreckoned_times").first(marked.text) is not None:
        return None
    goes_on = words.cues("story_goes_on").first(marked.text) is not None
    stands_apart = words.cues("story_stands_apart").first(marked.text) is not None
    near = marked.sentence.paragraph == last[1]
    if stands_apart and not goes_on:
        return None
    if near or marked.sentence.paragraph - last[1] <= (2 if goes_on else reach):
        return _from_earlier(last[0])
    return None


def _from_earlier(when: When) -> When:
    edtf = when.edtf if when.edtf.endswith("?") else f"{when.edtf}?"
    return When(edtf, f"{CARRIED} from an earlier sentence ({when.rule})", when.span, False)
