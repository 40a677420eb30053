"""When somebody answers at an office: by its own clock, and by the caller's."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from tocsin.language.zones import clock, zone_of, zones_of

# Our own judgement of what is usual: what an office says of itself holds before it.
OPENS, CLOSES = time(9), time(17)


@dataclass(frozen=True)
class OfficeHours:
    """`now` by the office's clock. `opens` and `closes` by the caller's; None where her country has several clocks, or the same.

    All without a zone: pages show them as they stand.
    """

    now: datetime
    is_open: bool
    opens: time | None = None
    closes: time | None = None


def office_hours(in_country: str, city: str, from_country: str, moment: datetime) -> OfficeHours | None:
    """Of an office in a city; countries are ISO alpha-2, `moment` knows its zone. None where nobody knows where it stands."""
    if not in_country:
        return None
    zone = clock(zone_of(in_country, city))
    there = moment.astimezone(zone).replace(tzinfo=None)
    hers = zones_of(from_country)
    opens, closes = (_by_clock(at, there, zone, clock(hers[0])) for at in (OPENS, CLOSES))
    is_open = OPENS <= there.time() < CLOSES
    if len(hers) > 1 or opens == OPENS:
        return OfficeHours(there, is_open)
    return OfficeHours(there, is_open, opens, closes)


def _by_clock(at: time, day: datetime, zone: ZoneInfo, other: ZoneInfo) -> time:
    """The same moment of that day: clocks change, and not everywhere on one day."""
    return datetime.combine(day.date(), at, zone).astimezone(other).time()
