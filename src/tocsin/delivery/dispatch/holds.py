"""What is held back at this moment."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.delivery.may_leave import Obstacle

from . import lanes
from .models import Cause, Hold

# We stop nothing for longer ourselves: an end farther away was written by a clock that has been set back since.
LONGEST = timedelta(days=2)


@dataclass(frozen=True)
class Held:
    """The lanes in which nothing leaves, those of them that members stopped, and those in which one letter is tried."""

    keys: frozenset[str] = frozenset()
    by_members: frozenset[str] = frozenset()
    trials: frozenset[str] = frozenset()

    @property
    def everything(self) -> bool:
        return lanes.INSTALLATION in self.keys

    def obstacle(self, action: int, address: str) -> Obstacle | None:
        """Asked right before a letter leaves: a hold may have come since it was planned."""
        if not self.keys or self.keys.isdisjoint(keys_of(action, address)):
            return None
        return Obstacle(_("Held back: sending is stopped for its action or its address."), for_now=True)


def keys_of(action: int, address: str) -> set[str]:
    return {lanes.of_action(action), lanes.to_address(address), lanes.to_domain(address)}


def standing() -> QuerySet[Hold]:
    return Hold.objects.filter(lifted_at__isnull=True)


def held(now: datetime | None = None) -> Held:
    """In one query."""
    now = now or timezone.now()
    rows = list(standing().values_list("key", "cause", "until"))
    keys = frozenset(key for key, _cause, until in rows if until is None or not is_over(until, now))
    by_members = frozenset(key for key, cause, _until in rows if cause == Cause.MEMBER)
    return Held(keys, by_members, frozenset(key for key, _cause, _until in rows) - keys)


def is_over(until: datetime, now: datetime) -> bool:
    """Whether a stop of our own has lasted long enough for one letter to be tried."""
    return not now < until < now + LONGEST
