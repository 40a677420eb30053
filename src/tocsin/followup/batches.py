"""Mails to many leave a batch a minute, at half the pace of letters; whatever ends a batch midway, the next goes on from there."""

from datetime import timedelta
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from tocsin.delivery.dispatch import lanes
from tocsin.delivery.dispatch.models import Lane
from tocsin.delivery.dispatch.release import INSTALLATION_PER_HOUR
from tocsin.jobs.enqueue import enqueue

A_BATCH_EVERY = timedelta(minutes=1)
MOST_A_BATCH = 500


class Mailing(NamedTuple):
    """What is told: its name in jobs ("update"), its key, and what its readers are ("supporter")."""

    name: str
    pk: int
    reader: str

    def go_on(self, after: int = 0, delay: timedelta = timedelta()) -> None:
        """Queues the job that queues the mails of the next batch: to those whose key comes after."""
        told = {self.name: self.pk, "after": after}
        key = f"{self.name} {self.pk} after {after}"
        enqueue(f"followup.{self.name}", told, key=key, run_after=timezone.now() + delay)


def queue_batch(mailing: Mailing, readers: QuerySet[Any], after: int) -> tuple[list[int], bool]:
    """The keys of those who are written to now, and whether they are the last."""
    size = _a_batch()
    found = list(readers.filter(pk__gt=after).values_list("pk", flat=True)[:size])
    for pk in found:
        told = {mailing.name: mailing.pk, mailing.reader: pk}
        key = f"{mailing.name} {mailing.pk} to {pk}"
        enqueue(f"followup.{mailing.name}_mail", told, key=key)
    is_last = len(found) < size
    if not is_last:
        mailing.go_on(found[-1], A_BATCH_EVERY)
    return found, is_last


def _a_batch() -> int:
    """Half of what may leave in a minute at all, so that letters go on meanwhile."""
    lane = Lane.objects.filter(key=lanes.INSTALLATION).first()
    per_hour = (lane and lane.per_hour) or INSTALLATION_PER_HOUR
    return min(max(per_hour // 120, 1), MOST_A_BATCH)
