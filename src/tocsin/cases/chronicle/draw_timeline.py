"""The timeline as plain shapes: lanes of numbered marks, each where its date stands, uncertain ones as stretches."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from tocsin.language.calendar_words import calendar_words

from .dating import Certainty, Dating
from .entry import Entry
from .place_marks import place_marks
from .spot import STEP, Spot
from .time_scale import Gap, Month, TimeScale, time_scale

LANE_WORDS: dict[str, Any] = {
    "incidents": _("Happened"),
    "people": _("People"),
    "statements": _("Said"),
    "records": _("Asked"),
    "reports": _("Reports"),
}
# How far a date that is only about right may be out, for the eye.
ABOUT = timedelta(days=10)
FADE = 26.0
# A stretch is seen beside its number.
SHORTEST_BAR = 34.0
POINTS = {Certainty.DAY, Certainty.INFERRED}


@dataclass(frozen=True)
class Plan:
    """How a picture is laid out. Upright, time runs downwards and lanes are columns."""

    name: str
    is_upright: bool
    length: float | None
    base: float
    each: float
    most: int
    head: float
    across: float


WIDE = Plan("wide", False, 1150.0, 1.0, 0.35, 12, 40.0, 0.0)
TALL = Plan("tall", True, None, 24.0, 11.0, 400, 26.0, 290.0)
AXIS = 62.0
LABEL = 18.0


@dataclass(frozen=True)
class Lane:
    code: str
    across: float


@dataclass(frozen=True)
class Box:
    """A bar, a band, or a line where it has no width or no height."""

    x: float
    y: float
    width: float
    height: float
    shape: str = ""

    @property
    def x2(self) -> float:
        return round(self.x + self.width, 1)

    @property
    def y2(self) -> float:
        return round(self.y + self.height, 1)


@dataclass(frozen=True)
class Words:
    x: float
    y: float
    words: Any
    shape: str


@dataclass(frozen=True)
class Mark:
    """`x` and `y` are the middle of its number, the number of its line; `shape` is a code of `Certainty`.

    `fades` says on which sides its bar ends softly: soft (both), before, after, or none.
    """

    number: int
    title: str
    shape: str
    x: float
    y: float
    bar: Box | None
    fades: str

    @property
    def text_y(self) -> float:
        """The line on which its number stands."""
        return round(self.y + 3.7, 1)


@dataclass(frozen=True)
class Timeline:
    plan: Plan
    width: float
    height: float
    bands: tuple[Box, ...]
    lines: tuple[Box, ...]
    words: tuple[Words, ...]
    marks: tuple[Mark, ...]


def draw_timeline(entries: Sequence[Entry], plan: Plan) -> Timeline | None:
    """None where no line has a date."""
    dated = [entry for entry in entries if entry.dating.is_dated]
    if not dated:
        return None
    days = [day for e in dated for day in {e.dating.begins, e.dating.ends}]
    scale = time_scale(days, plan.length, plan.base, plan.each, plan.most)
    codes = [code for code in LANE_WORDS if any(e.lane == code for e in dated)]
    columns = _columns(dated, codes, plan)
    lanes: list[Lane] = []
    placed: list[tuple[Spot, float]] = []
    across = AXIS if plan.is_upright else plan.head
    for code in codes:
        spots = place_marks([_spot(e, scale) for e in dated if e.lane == code], columns.get(code))
        first = across + (STEP / 2 + 4 if plan.is_upright else LABEL + STEP / 2)
        lanes.append(Lane(code, across))
        placed += [(spot, first + STEP * spot.row) for spot in spots]
        rows = columns.get(code) or max(spot.row for spot in spots) + 1
        across = first + rows * STEP - STEP / 2 + 4
    length = max(scale.length, *(spot.end for spot, _across in placed)) + 4
    return _turned(plan, scale, lanes, placed, across, length)


def _columns(dated: Sequence[Entry], codes: Sequence[str], plan: Plan) -> dict[str, int]:
    """How many marks stand abreast in each upright lane: enough for its name, and what is left over in the fullest."""
    if not plan.is_upright:
        return {}
    left = int((plan.across - 6 * len(codes)) / STEP)
    fullest = max(codes, key=lambda code: sum(e.lane == code for e in dated))
    columns = dict.fromkeys(codes, 3 if len(codes) < 5 else 2)
    if "incidents" in columns:
        columns["incidents"] = 3
    columns[fullest] += max(0, left - sum(columns.values()))
    return columns


def _spot(entry: Entry, scale: TimeScale) -> Spot:
    start, end = _reach(entry.dating, scale)
    middle, month = (start + end) / 2, scale.month_of(entry.dating.begins)
    is_point = entry.dating.certainty in POINTS
    half = STEP / 2 if is_point else max((end - start) / 2, SHORTEST_BAR / 2)
    return Spot(entry, middle - half, middle + half, month.index, month.end, is_point)


def _reach(when: Dating, scale: TimeScale) -> tuple[float, float]:
    """From where to where its date may lie; what has an open end fades out there."""
    if when.certainty == Certainty.ABOUT:
        return scale.start_of(when.begins - ABOUT), scale.end_of(when.ends + ABOUT)
    start, end = scale.start_of(when.begins), scale.end_of(when.ends)
    if when.certainty == Certainty.REPORTED or (when.certainty == Certainty.OPEN and when.first is None):
        return max(start - FADE, 0.0), end
    if when.certainty == Certainty.OPEN:
        return start, end + FADE
    return start, end


def _turned(
    plan: Plan,
    scale: TimeScale,
    lanes: list[Lane],
    placed: list[tuple[Spot, float]],
    across: float,
    length: float,
) -> Timeline:
    width, height = (across, length + plan.head) if plan.is_upright else (length, across)
    ticks = [(month, before) for month, before in zip(scale.months, [None, *scale.months[:-1]], strict=True)]
    return Timeline(
        plan=plan,
        width=round(width, 1),
        height=round(height, 1),
        bands=tuple(_box(plan, gap.start, 0, gap.length, across, "gap") for gap in scale.gaps),
        lines=(
            *(_box(plan, m.start, 0, 0, across, "new-year" if _is_new(m, b) else "tick") for m, b in ticks),
            *(_box(plan, 0, lane.across, length, 0, "lane-line") for lane in lanes),
        ),
        words=(
            *(word for month, before in ticks for word in _tick_words(plan, month, _is_new(month, before))),
            *(_gap_words(plan, gap) for gap in scale.gaps),
            *(_lane_words(plan, lane) for lane in lanes),
        ),
        marks=tuple(_mark(plan, spot, at) for spot, at in placed),
    )


def _is_new(month: Month, before: Month | None) -> bool:
    """Whether a year begins with the month."""
    return before is None or before.index // 12 != month.index // 12


def _mark(plan: Plan, spot: Spot, across: float) -> Mark:
    when = spot.entry.dating
    x, y = _at(plan, (spot.start + spot.end) / 2, across)
    bar = None if spot.is_point else _box(plan, spot.start, across - 4, spot.end - spot.start, 8)
    title = f"{spot.entry.number}. {when.words}: {spot.entry.title}"
    return Mark(spot.entry.number, title, when.certainty.value, x, y, bar, _fades(when))


def _fades(when: Dating) -> str:
    """An open end is drawn on the side on which it is open."""
    if when.certainty in (Certainty.MONTH, Certainty.YEAR):
        return "soft"
    if when.certainty == Certainty.REPORTED or (when.certainty == Certainty.OPEN and when.first is None):
        return "before"
    return "after" if when.certainty == Certainty.OPEN else ""


def _tick_words(plan: Plan, month: Month, is_new_year: bool) -> Iterator[Words]:
    """The month where there is room for it, and the year where it begins."""
    across, along = (0.0, 12.0) if plan.is_upright else (3.0, 0.0)
    x, y = _at(plan, month.start, 0)
    if is_new_year:
        yield Words(x + across, y + (along or 12), str(month.index // 12), "year")
    if month.length >= (14 if plan.is_upright else 30):
        name = calendar_words(month.first_day, "LLL", get_language() or "en")
        yield Words(x + across + (34 if plan.is_upright else 0), y + (along or 27), name, "month")


def _gap_words(plan: Plan, gap: Gap) -> Words:
    words = ngettext("%(n)s month", "%(n)s months", gap.months) % {"n": gap.months}
    if gap.months >= 24:
        words = ngettext("%(n)s year", "%(n)s years", gap.months // 12) % {"n": gap.months // 12}
    x, y = _at(plan, gap.start + (20 if plan.is_upright else gap.length / 2), 0)
    return Words(
        x, y if plan.is_upright else 38.0, words, "gap-words" if plan.is_upright else "gap-words mid"
    )


def _lane_words(plan: Plan, lane: Lane) -> Words:
    if plan.is_upright:
        return Words(lane.across + 2, plan.head - 12, LANE_WORDS[lane.code], "lane")
    return Words(0, lane.across + 13, LANE_WORDS[lane.code], "lane")


def _at(plan: Plan, along: float, across: float) -> tuple[float, float]:
    if plan.is_upright:
        return round(across, 1), round(along + plan.head, 1)
    return round(along, 1), round(across, 1)


def _box(plan: Plan, along: float, across: float, length: float, thickness: float, shape: str = "") -> Box:
    x, y = _at(plan, along, across)
    sizes = (thickness, length) if plan.is_upright else (length, thickness)
    return Box(x, y, round(sizes[0], 1), round(sizes[1], 1), shape)
