"""The letters that wait for one address: each action's oldest first, the actions in turn."""

from collections import deque
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet

from tocsin.actions.models import Action
from tocsin.delivery.models import Delivery
from tocsin.delivery.pacing.pace import ALL_DAY, Pace

from . import lanes
from .models import Lane


@dataclass(frozen=True, slots=True)
class Next:
    delivery: int
    action: int


class Queues:
    """Use it inside a transaction: the rows that it gives are locked. `capped` are the lanes of actions with a cap."""

    def __init__(self, waiting: QuerySet[Delivery], last: int, most: int) -> None:
        self.waiting, self.most = waiting, most
        has_letters = Exists(waiting.filter(action=OuterRef("pk")))
        actions = sorted(Action.objects.filter(has_letters).values_list("pk", flat=True))
        self.order = deque(sorted(actions, key=lambda action: (action <= last, action)))
        keys = [lanes.of_action(action) for action in actions]
        rows = Lane.objects.select_for_update().filter(key__in=keys, per_hour__isnull=False)
        self.capped = {row.key: row for row in rows.order_by("pk")}
        self.letters: dict[int, deque[int]] = {}

    def next(self, slot: datetime) -> Next | None:
        """Whose turn it is at this time; None where nobody has a letter that may leave then."""
        for _ in range(len(self.order)):
            action = self.order.popleft()
            if not self._of(action):
                continue
            self.order.append(action)
            if self._may(action, slot):
                return Next(self.letters[action].popleft(), action)
        return None

    def _of(self, action: int) -> deque[int]:
        if action not in self.letters:
            oldest = self.waiting.filter(action=action).order_by("pk").select_for_update(of=("self",))
            self.letters[action] = deque(oldest.values_list("pk", flat=True)[: self.most])
        return self.letters[action]

    def _may(self, action: int, slot: datetime) -> bool:
        """Whether the action's own cap allows it; if so, that place is taken."""
        lane = self.capped.get(lanes.of_action(action))
        if lane is None:
            return True
        if lane.next_at and lane.next_at > slot:
            return False
        lane.next_at = Pace(lane.per_hour or 1, by_hour=ALL_DAY).after(slot)
        return True
