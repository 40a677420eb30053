"""The gatherings of a day as lists that a phone can load: so many on a page, those of one country together."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from django.core.paginator import Page, Paginator

from tocsin.actions.asks.gather.view import DayView, GatheringView

# So many, told at length in Cyrillic letters, weigh less than a page may.
MOST_LINES = 60


@dataclass(frozen=True)
class Heading:
    """Of a list. `country` is an ISO code, `name` what it is called, both empty for those online; `number` counts all pages, `page` is the first."""

    country: str
    name: str
    number: int
    page: int

    @property
    def anchor(self) -> str:
        return f"in-{self.country or 'online'}"


@dataclass(frozen=True)
class GatheringPage:
    """`lists` and `past` are what stands on this page, `headings` what stands on any; `past_page` is where what is over begins."""

    day: DayView
    page: Page[GatheringView]
    lists: tuple[tuple[Heading, tuple[GatheringView, ...]], ...]
    past: tuple[GatheringView, ...]
    headings: tuple[Heading, ...]
    past_page: int


def gathering_pages(day: DayView) -> Iterator[GatheringPage]:
    """One at least. First what is to come, by country in the order of the reader's alphabet, then what is over."""
    upcoming = sorted(day.upcoming, key=lambda each: (each.is_online, each.country_name, each.starts_at))
    pages = Paginator([*upcoming, *day.past], MOST_LINES)
    headings = {heading.country: heading for heading in _headings(upcoming)}
    for page in pages:
        first = page.start_index() - 1 if pages.count else 0
        ahead = max(0, min(len(page), len(upcoming) - first))
        lists = _by_country(page.object_list[:ahead])
        yield GatheringPage(
            day=day,
            page=page,
            lists=tuple((headings[country], there) for country, there in lists),
            past=tuple(page.object_list[ahead:]),
            headings=tuple(headings.values()),
            past_page=_page_of(len(upcoming)),
        )


def _headings(upcoming: list[GatheringView]) -> Iterator[Heading]:
    counted = Counter(each.country for each in upcoming)
    at = 0
    for country, there in _by_country(upcoming):
        yield Heading(country, there[0].country_name, counted[country], _page_of(at))
        at += len(there)


def _by_country(gatherings: Iterable[GatheringView]) -> Iterator[tuple[str, tuple[GatheringView, ...]]]:
    """Of those that stand in that order."""
    for country, there in groupby(gatherings, key=lambda each: each.country):
        yield country, tuple(there)


def _page_of(at: int) -> int:
    """The number of the page on which a line stands, the first line being 0."""
    return at // MOST_LINES + 1
