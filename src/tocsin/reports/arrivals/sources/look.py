"""Looking at the sources: which are due, what each brings, and what is noted where one cannot be looked at."""

import logging
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.intake.errors import Unreadable
from tocsin.jobs.enqueue import enqueue

from ...models import IntakeSource
from ..arrive import arrive, refuse
from .feed import look_at_feed
from .folder import look_at_folder
from .found import CannotLook, Found
from .mailbox import look_at_mailbox

logger = logging.getLogger(__name__)

SWEEP = "reports.look_at_sources"
LOOK = "reports.look_at_source"
EVERY = 30  # seconds between two sweeps
Kind = IntakeSource.Kind
LOOKS: dict[str, Callable[[IntakeSource], Found]] = {
    Kind.FOLDER: look_at_folder,
    Kind.MAILBOX: look_at_mailbox,
    Kind.FEED: look_at_feed,
}
PAUSES = {
    Kind.FOLDER: timedelta(seconds=EVERY),
    Kind.MAILBOX: timedelta(minutes=2),
    Kind.FEED: timedelta(minutes=30),
}
LONGEST_PAUSE = timedelta(days=1)
OF_THE_NETWORK = (Kind.MAILBOX, Kind.FEED)


def look_at_sources(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `reports.look_at_sources`: a job for each source that is due."""
    now = now or timezone.now()
    with transaction.atomic():
        due = IntakeSource.objects.select_for_update().filter(is_on=True, look_next_at__lte=now)
        for source in due:
            have_looked_at(source, now)


def have_looked_at(source: IntakeSource, now: datetime | None = None) -> None:
    """Puts the job down, and the next look where it belongs even if this one never ends."""
    source.look_next_at = (now or timezone.now()) + pause(source)
    source.save(update_fields=["look_next_at"])
    enqueue(LOOK, {"source": source.pk})


def pause(source: IntakeSource) -> timedelta:
    """Until the next look: doubled by each failure in a row, up to a day."""
    doubled: timedelta = PAUSES[Kind(source.kind)] * 2 ** min(source.failures, 12)
    return min(doubled, LONGEST_PAUSE)


def look_at_source(payload: dict[str, Any]) -> None:
    """Does a job of kind `reports.look_at_source`. The look itself runs outside any transaction."""
    source = IntakeSource.objects.filter(pk=payload["source"], is_on=True).first()
    if source is None:
        return
    try:
        found = _look(source)
    except (CannotLook, Unreadable) as why:
        _note_trouble(source, f"{str(why).rstrip('.')}.")
    except Exception as fault:
        # What was found is left out of the log.
        where = "".join(traceback.format_tb(fault.__traceback__))
        logger.error("a look at source %s met a fault: %s\n%s", source.pk, type(fault).__name__, where)
        _note_trouble(source, _("A fault of ours was met here; it stands in the log. It is tried again."))
    else:
        if _take(source, found):
            for act in found.afterwards:
                act()


def _look(source: IntakeSource) -> Found:
    if source.kind in OF_THE_NETWORK and not settings.ONLINE:
        raise CannotLook(
            _("This installation may not reach the network. Whoever runs it can allow it: TOCSIN_ONLINE=yes.")
        )
    return LOOKS[source.kind](source)


@transaction.atomic
def _take(looked_at: IntakeSource, found: Found) -> bool:
    """Arrivals and bookmark together, or neither. False where another look was quicker, or it was switched off."""
    source = IntakeSource.objects.select_for_update().filter(pk=looked_at.pk, is_on=True).first()
    if source is None or source.seen != looked_at.seen:
        return False
    for sent in found.sent:
        arrive(sent)
    for refused in found.refused:
        refuse(refused.sent, refused.reason, refused.size)
    source.seen, source.trouble, source.failures = found.seen, found.trouble[:500], 0
    source.looked_at = timezone.now()
    source.look_next_at = source.looked_at + (pause(source) if found.is_all else timedelta())
    source.save()
    return True


@transaction.atomic
def _note_trouble(looked_at: IntakeSource, reason: str) -> None:
    source = IntakeSource.objects.select_for_update().filter(pk=looked_at.pk).first()
    if source is not None:
        source.trouble, source.failures = reason[:500], source.failures + 1
        source.looked_at = timezone.now()
        source.look_next_at = source.looked_at + pause(source)
        source.save()
