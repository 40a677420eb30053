"""Days that pass in a moment: the clock that the code asks is moved on to when something is due."""

from datetime import datetime, timedelta

import pytest
from django.db.models import Min
from django.utils import timezone

from tocsin.delivery.dispatch import release
from tocsin.delivery.models import Delivery, Hold, Lane


class Clock:
    """Stands still until it is moved. It replaces `django.utils.timezone.now`."""

    def __init__(self, step: timedelta = timedelta(seconds=2)) -> None:
        """`step`: it is never moved by less."""
        self.now, self.step = timezone.now(), step

    @classmethod
    def instead(cls, monkeypatch: pytest.MonkeyPatch, step: timedelta = timedelta(seconds=2)) -> "Clock":
        """Asked by all code from now on. Looking, which costs real time, is not put off then."""
        moved = cls(step)
        monkeypatch.setattr(timezone, "now", moved)
        monkeypatch.setattr(release, "SHARE_OF_TIME", 1_000.0)
        return moved

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, until: datetime | None = None) -> None:
        """To the next moment for which a letter, a stop or a lane waits, at the latest `until`, else by a day at most."""
        latest = until or self.now + timedelta(days=1)
        waits = [
            Delivery.objects.filter(not_before__gt=self.now).aggregate(at=Min("not_before")),
            Delivery.objects.filter(due_at__gt=self.now).aggregate(at=Min("due_at")),
            Hold.objects.filter(until__gt=self.now, lifted_at=None).aggregate(at=Min("until")),
            Lane.objects.filter(next_at__gt=self.now).aggregate(at=Min("next_at")),
        ]
        soonest = min([latest, *[found["at"] for found in waits if found["at"]]])
        self.now = max(soonest, min(latest, self.now + self.step))
