"""Erasing the volunteers of relays that ended thirty days ago. Turns and what was logged in them stay."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import CharField, F, Q, Value
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from tocsin.cases.models import RelayCaller

KEPT = timedelta(days=30)
ERASED = "erased "


@transaction.atomic
def erase_callers(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `cases.erase_callers`. Neither name nor the link's hash is left."""
    before = (now or timezone.now()) - KEPT
    ended = Q(relay__ends_at__lte=before) | Q(relay__stopped_at__lte=before)
    callers = RelayCaller.objects.exclude(token_hash__startswith=ERASED)
    due = callers.filter(pk__in=callers.filter(ended).values("pk"))
    due.update(
        called="",
        token_hash=Concat(Value(ERASED), Cast(F("pk"), CharField())),
        ended_at=now or timezone.now(),
    )
