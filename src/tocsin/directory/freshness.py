"""How long a confirmation is fresh: the same 90 days of which a route speaks."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tocsin.routing.reasons import STILL_FRESH_DAYS

FRESH = timedelta(days=STILL_FRESH_DAYS)


def fresh_until(confirmed_at: datetime) -> date:
    return confirmed_at.date() + FRESH


def stale_before(today: date | None = None) -> datetime:
    """What was confirmed before this moment has expired."""
    return datetime.combine(
        (today or timezone.now().date()) - FRESH, time.min, tzinfo=timezone.get_current_timezone()
    )
