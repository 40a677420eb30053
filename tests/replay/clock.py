"""A clock that is set by hand. All code asks it: ours and Django's, in this thread and in those of a worker."""

import time
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone


class Clock:
    """Stands still until it is moved."""

    def __init__(self, at: datetime) -> None:
        self.now = at

    @classmethod
    def instead(cls, monkeypatch: pytest.MonkeyPatch, at: datetime) -> "Clock":
        """What measures how long something takes (`time.monotonic`) goes on as ever.

        Models hold `timezone.now` itself as a default, so it is what that function asks which is replaced.
        """
        clock = cls(at)

        class OfTheClock:
            @staticmethod
            def now(tz: tzinfo) -> datetime:
                return clock.now.astimezone(tz)

        monkeypatch.setattr(timezone, "datetime", OfTheClock)
        monkeypatch.setattr(time, "time", lambda: clock.now.timestamp())
        return clock

    def is_set_to(self, day: int, hour: int, minute: int = 0, zone: str = "UTC") -> None:
        """Of June 2011, by the clock of a place. It never goes back."""
        at = datetime(2011, 6, day, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)
        assert at >= self.now, f"it is {self.now} already"
        self.now = at

    def goes_on(self, **by: float) -> None:
        """As timedelta takes it."""
        self.now += timedelta(**by)
