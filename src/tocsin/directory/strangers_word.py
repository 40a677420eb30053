"""A stranger's word that an address or a number does not work."""

from datetime import timedelta

from django.utils import timezone

from .models import ContactPoint
from .report_dead import report_dead

MOST_AN_HOUR = 30


def take_strangers_word(point: ContactPoint) -> bool:
    """Puts `point` into the confirmation queue, and nothing more; False where too many came within the hour.

    The limit is of the whole site: to count by person, one would have to know who she is.
    """
    recent = ContactPoint.objects.filter(dead_reported_at__gte=timezone.now() - timedelta(hours=1))
    if recent.count() >= MOST_AN_HOUR:
        return False
    report_dead(point)
    return True
