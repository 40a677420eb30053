"""What a page is told about a called day and its gatherings: plain values, withheld names replaced."""

from dataclasses import dataclass
from datetime import date, datetime

from tocsin.language.place_points import Point


@dataclass(frozen=True)
class GatheringView:
    """`title` says what and where. `hours` and `clock` are words; `starts_at` and `ends_at` bear the zone of the place.

    `point` is None online, and where nobody knows where the city lies. `turnout` is None before it is told and shown.
    """

    code: str
    title: str
    kind: str
    is_online: bool
    country: str
    country_name: str
    city: str
    place: str
    link: str
    day: date
    hours: str
    clock: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    has_end: bool
    capacity: int | None
    going: int
    languages: str
    accessibility: str
    bring: str
    is_over: bool
    turnout: int | None
    told: str
    version: int
    changed_at: datetime
    point: Point | None

    @property
    def is_full(self) -> bool:
        return self.capacity is not None and self.going >= self.capacity


@dataclass(frozen=True)
class CalledOff:
    """A gathering that was shown once and is not any more: what a calendar needs to take it out, hours in UTC."""

    code: str
    starts_at: datetime
    ends_at: datetime
    version: int
    changed_at: datetime


@dataclass(frozen=True)
class DayView:
    """`language` is that of its words. `is_open`: gatherings are proposed and joined. `barred` are the names of countries where nothing is hosted."""

    language: str
    words: tuple[str, ...]
    words_there: tuple[str, ...]
    first_day: date
    last_day: date
    days: str
    kinds: tuple[str, ...]
    barred: tuple[str, ...]
    is_open: bool
    is_over: bool
    gatherings: tuple[GatheringView, ...]

    @property
    def upcoming(self) -> tuple[GatheringView, ...]:
        return tuple(each for each in self.gatherings if not each.is_over)

    @property
    def past(self) -> tuple[GatheringView, ...]:
        """What is over, and what was told of while it lasted."""
        return tuple(each for each in self.gatherings if each.is_over or each.turnout is not None)

    @property
    def reported(self) -> tuple[GatheringView, ...]:
        return tuple(each for each in self.gatherings if each.turnout is not None)

    @property
    def turnout(self) -> int:
        return sum(each.turnout or 0 for each in self.gatherings)

    @property
    def countries(self) -> int:
        return len({each.country for each in self.gatherings if not each.is_online})
