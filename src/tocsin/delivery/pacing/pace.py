"""How fast letters leave for one address: a number an hour, by a curve over the day of the office."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from tocsin.language.zones import clock, zone_of

# As proca-server does it: thirty an hour for each target, so that people there can still work.
USUAL_PER_HOUR = 30
# The share of it that leaves in each hour of the office's day: nearly nothing at night, all of it at 10 and at 15
# o'clock (the peaks and the night of proca-server's mtt_scheduler; the slopes between them are ours).
BY_HOUR = (
    *(0.02, 0.02, 0.02, 0.02, 0.02, 0.02, 0.1, 0.3, 0.6, 0.9, 1.0, 1.0),
    *(0.8, 0.8, 0.9, 1.0, 0.9, 0.7, 0.5, 0.4, 0.3, 0.2, 0.1, 0.05),
)
ALL_DAY = (1.0,) * 24
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Pace:
    """`per_hour` is never exceeded in any hour; `zone` an IANA name; `by_hour` 24 shares above 0, none above 1."""

    per_hour: float = USUAL_PER_HOUR
    zone: str = "UTC"
    by_hour: tuple[float, ...] = BY_HOUR

    def after(self, slot: datetime) -> datetime:
        """The next time that a letter may leave when one left at `slot`."""
        missing, at = HOUR / self.per_hour, slot
        while True:
            share, end = stretch(self, at)
            needed = missing / share
            if at + needed <= end:
                return at + needed
            missing -= (end - at) * share
            at = end

    def at(self, moment: datetime) -> float:
        """Letters an hour at this moment."""
        return self.per_hour * stretch(self, moment)[0]


def stretch(pace: Pace, moment: datetime) -> tuple[float, datetime]:
    """The share that holds at this moment, and until when it surely does."""
    moment = moment.astimezone(UTC)
    local_hour, ends, apart = _hour(moment.replace(minute=0, second=0, microsecond=0), clock(pace.zone))
    if apart is None:
        return pace.by_hour[local_hour], ends
    quarter = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
    return pace.by_hour[quarter.astimezone(clock(pace.zone)).hour], quarter + apart


@lru_cache(8192)
def _hour(hour: datetime, zone: ZoneInfo) -> tuple[int, datetime, timedelta | None]:
    """The office's hour and when it ends; with a quarter of an hour where its clock is not whole hours from UTC."""
    local = hour.astimezone(zone)
    is_whole = local.minute == 0 and (hour + HOUR).astimezone(zone).minute == 0
    return local.hour, hour + HOUR, None if is_whole else HOUR / 4


def pace_of_office(country: str, city: str, per_hour: float | None = None) -> Pace:
    """By the clock of the city, else of the country's capital (IANA time zone database by way of CLDR)."""
    return Pace(per_hour or USUAL_PER_HOUR, zone_of(country, city))
