"""Actions that ended so long ago that what supporters told for them is erased."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from .models import Action

KEPT_AFTER_CLOSING = timedelta(days=90)


def long_ended(now: datetime | None = None) -> QuerySet[Action]:
    """Closed or withdrawn 90 days ago or earlier; one that was opened again is not."""
    before = (now or timezone.now()) - KEPT_AFTER_CLOSING
    return Action.objects.filter(Q(closed_at__lte=before) | Q(withdrawn_at__lte=before))
