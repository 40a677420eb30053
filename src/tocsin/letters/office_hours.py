"""When somebody answers at an office: by its own clock, and by the caller's."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from tocsin.language.weekend import is_weekend
from tocsin.language.zones import clock, zone_of, zones_of

# Our own judgement of what is usual: what an office says of itself holds before it.
OPENS, CLOSES = time(9), time(17)


@dataclass(frozen=True)
class CallersHours:
    """The office's hours by one of the clocks in the caller's country, without a zone; `zone` is the IANA name of it."""

    zone: str
    opens: time
    closes: time


@dataclass(frozen=True)
class OfficeHours:
    """`now` by the office's clock, without a zone: pages show it as it stands.

    `callers`: one for each clock in the caller's country, that of its capital first, then from east to west; none where all are as the office's.
    """

    now: datetime
    is_open: bool
    callers: tuple[CallersHours, ...] = ()


def office_hours(in_country: str, city: str, from_country: str, moment: datetime) -> OfficeHours | None:
    """Of an office in a city; countries are ISO alpha-2, `moment` knows its zone. None where nobody knows where it stands."""
    if not in_country:
        return None
    zone = clock(zone_of(in_country, city))
    there = moment.astimezone(zone).replace(tzinfo=None)
    is_open = OPENS <= there.time() < CLOSES and not is_weekend(there, in_country)
    return OfficeHours(there, is_open, _callers(there.date(), zone, from_country))


def _callers(day: date, zone: ZoneInfo, country: str) -> tuple[CallersHours, ...]:
    """Two zones whose clocks go alike on that day are one; that of the capital, then the others from east to west."""
    capital, *others = zones_of(country)
    found: dict[tuple[time, time], str] = {}
    for hers in (capital, *sorted(others, key=lambda other: _offset(day, other), reverse=True)):
        found.setdefault((_by_clock(OPENS, day, zone, hers), _by_clock(CLOSES, day, zone, hers)), hers)
    if set(found) == {(OPENS, CLOSES)}:
        return ()
    return tuple(CallersHours(hers, opens, closes) for (opens, closes), hers in found.items())


def _offset(day: date, zone: str) -> timedelta:
    return datetime.combine(day, OPENS, clock(zone)).utcoffset() or timedelta()


def _by_clock(at: time, day: date, zone: ZoneInfo, other: str) -> time:
    """The same moment of that day: clocks change, and not everywhere on one day."""
    return datetime.combine(day, at, zone).astimezone(clock(other)).time()
