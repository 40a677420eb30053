"""Everything that a page of the chronicle shows, at the desk and in public."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils import timezone

from .choose import Choice, Filters, chosen, filters, read_choice, words_of
from .dating import Certainty
from .draw_counts import Comparison, compare_counts
from .draw_life import Moment, draw_life
from .draw_map import PlaceMap, draw_map
from .draw_timeline import TALL, WIDE, Timeline, draw_timeline
from .entry import Chronicle, Entry

# So many lines and their marks weigh less than a page may, and are read on a phone.
MOST_LINES = 60


@dataclass(frozen=True)
class ChroniclePage:
    """`page` holds the lines that were asked for, at most `MOST_LINES` of them; pictures of time draw these."""

    told: Chronicle
    given: QueryDict
    choice: Choice
    filters: Filters
    filter_words: tuple[str, ...]
    lines: tuple[Entry, ...]
    page: Page[Entry]
    wide: Timeline | None
    tall: Timeline | None
    certainties: tuple[Certainty, ...]
    life: tuple[Moment, ...]
    life_of: str
    comparisons: tuple[Comparison, ...]
    map: PlaceMap | None

    @property
    def on_page(self) -> set[int]:
        return {entry.number for entry in self.page}

    @property
    def dated(self) -> list[Entry]:
        return [entry for entry in self.page if entry.dating.is_dated]

    @property
    def undated(self) -> list[Entry]:
        return [entry for entry in self.page if not entry.dating.is_dated]

    @property
    def cited(self) -> list[Any]:
        """The sources of the lines that are shown."""
        numbers = {number for entry in self.lines for number in entry.sources}
        return [source for source in self.told.sources if source.number in numbers]

    @property
    def left_out(self) -> int:
        return len(self.told.entries) - len(self.lines)


def chronicle_page(told: Chronicle, given: QueryDict, whole: bool = False) -> ChroniclePage:
    """`given` is the query of the address; a `whole` one has all its lines on one page, for print."""
    choice = read_choice(given, told)
    lines = chosen(told, choice)
    page = Paginator(lines, max(len(lines), 1) if whole else MOST_LINES).get_page(given.get("page"))
    return ChroniclePage(
        told=told,
        given=given,
        choice=choice,
        filters=filters(told, choice),
        filter_words=words_of(choice, told),
        lines=lines,
        page=page,
        wide=draw_timeline(list(page), WIDE),
        tall=draw_timeline(list(page), TALL),
        certainties=_certainties(page),
        life=draw_life(int(choice.person), lines) if choice.person else (),
        life_of=next((p.name for p in told.people if str(p.pk) == choice.person), ""),
        comparisons=compare_counts(lines),
        map=draw_map(lines),
    )


def print_words(shown: ChroniclePage) -> dict[str, Any]:
    """What the head of a printed chronicle says besides."""
    return {"shown": shown, "case": shown.told.case, "printed_at": timezone.now()}


def _certainties(entries: Any) -> tuple[Certainty, ...]:
    """Those that the picture draws, in the order of the legend."""
    there = {entry.dating.certainty for entry in entries if entry.dating.is_dated}
    return tuple(certainty for certainty in Certainty if certainty in there)
