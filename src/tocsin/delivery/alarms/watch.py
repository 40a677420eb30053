"""Every minute: what came in the last ten, held against the day before. Looks at a bounded number of letters, however many there are."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, Min, QuerySet
from django.db.models.functions import MD5
from django.utils import timezone

from tocsin.delivery.models import Letter
from tocsin.letters.own_words import own_words

from .burst import BEFORE, FEWEST_ALIKE, WINDOW, Burst, Came, of_actions, of_domains
from .models import AlarmKind
from .raise_alarm import raise_alarm

# A look reads no more letters than these: of the window, and of the day before it.
MOST = 20_000


def watch(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `delivery.watch`."""
    now = now or timezone.now()
    recent = _came_in(now - WINDOW, now, MOST)
    came = _where_from(recent)
    if len(came) < FEWEST_ALIKE:
        return
    day = _came_in(now - WINDOW - BEFORE, now - WINDOW, 2 * MOST)
    before = _where_from(day)
    found = {
        AlarmKind.ACTION: of_actions(came, before, _windows(day, now)),
        AlarmKind.DOMAIN: of_domains(came, before),
        AlarmKind.TEXT: _same_texts(recent),
    }
    for kind, bursts in found.items():
        for burst in bursts:
            raise_alarm(kind, burst, now)


def _came_in(since: datetime, until: datetime, most: int) -> QuerySet[Letter]:
    """Found by their keys, which grow with time: the table is never read from end to end."""
    newest = Letter.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    return Letter.objects.filter(pk__gt=newest - most, created_at__gt=since, created_at__lte=until)


def _where_from(letters: QuerySet[Letter]) -> list[Came]:
    rows = letters.order_by().values_list("action", "supporter__email")
    return [(action, email.rpartition("@")[2].casefold()) for action, email in rows]


def _windows(day: QuerySet[Letter], now: datetime) -> float:
    """How many windows the day spans, or as much of it as one look reads."""
    oldest = day.order_by("pk").values_list("created_at", flat=True).first()
    is_cut = oldest is not None and day.count() >= MOST
    return (now - WINDOW - oldest if oldest and is_cut else BEFORE) / WINDOW


def _same_texts(recent: QuerySet[Letter]) -> Iterator[Burst]:
    """Letters that say the same, and not what the action drafted for them."""
    rows = recent.order_by().values_list("action", MD5("body"))
    for action, digest, letters, first in rows.annotate(n=Count("pk"), first=Min("pk")):
        if letters >= FEWEST_ALIKE and _is_no_draft(first):
            yield Burst(action, digest, letters, 0, first)


def _is_no_draft(key: int) -> bool:
    letter = Letter.objects.select_related("action", "supporter").get(pk=key)
    drafts = letter.action.letters.values_list("body", flat=True)
    return all(own_words(letter.body, draft, letter.supporter.name) for draft in drafts)
