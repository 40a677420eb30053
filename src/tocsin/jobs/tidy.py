"""Forgetting what is over: a job may hold an address or a letter, and so may the journal of what was erased elsewhere."""

from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from .journal import empty_journal
from .models import Job

FAILED_PAYLOADS_STAY = timedelta(hours=72)
ENDED_ROWS_STAY = timedelta(days=7)
# Long enough that a key still guards against a second letter until its supporter is erased.
KEYS_STAY = timedelta(days=180)


def tidy(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `jobs.tidy`."""
    now = now or timezone.now()
    Job.objects.filter(failed_at__lt=now - FAILED_PAYLOADS_STAY).update(payload={}, error="")
    for ended in ("done_at__lt", "failed_at__lt"):
        Job.objects.filter(key="", **{ended: now - ENDED_ROWS_STAY}).delete()
        Job.objects.filter(**{ended: now - KEYS_STAY}).delete()
    empty_journal()
