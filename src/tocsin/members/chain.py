"""The audit trail as a chain: each entry carries the hash of the one before, so that no change goes unseen."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from .models import AuditEntry

# Any number will do, as long as nothing else in the house takes the same one.
_LOCK = 7_361_108
CONTENT = ("at", "member_id", "act", "subject", "detail")
# An act that is still under way has not been linked yet; after this long something is wrong.
LINKED_WITHIN = timedelta(minutes=10)
_CHUNK = 5_000
_AT_ONCE = 200


@dataclass(frozen=True)
class Chain:
    """`head`: the hash that stands for all `length` entries. `broken_at`: the first entry that does not fit."""

    length: int
    head: str
    broken_at: int | None = None
    unlinked: int = 0

    @property
    def is_whole(self) -> bool:
        return self.broken_at is None


def link_entries() -> int:
    """Links what was noted since, in the order of the rows; the number linked. Called after each act's commit."""
    linked = 0
    while AuditEntry.objects.filter(link=None).exists():
        linked += _link_some()
    return linked


@transaction.atomic
def _link_some() -> int:
    _lock()
    last = head()
    place, before = (last.link or 0, last.hash) if last else (0, "")
    entries = list(AuditEntry.objects.filter(link=None).order_by("pk")[:_AT_ONCE])
    for entry in entries:
        place += 1
        entry.link, entry.previous, entry.hash = place, before, _hash(before, _content(entry))
        before = entry.hash
    AuditEntry.objects.bulk_update(entries, ["link", "previous", "hash"])
    return len(entries)


def check_chain() -> Chain:
    """Reads every entry and says whether each fits the one before it."""
    place, before = 0, ""
    for link, previous, hash_, *content in _rows(AuditEntry.objects.exclude(link=None)):
        if (link, previous, hash_) != (place + 1, before, _hash(before, content)):
            return Chain(place, before, broken_at=link)
        place, before = link, hash_
    late = AuditEntry.objects.filter(link=None, at__lt=timezone.now() - LINKED_WITHIN)
    return Chain(place, before, unlinked=late.count())


def stood(link: int, hash_: str) -> bool:
    """Whether the trail had this state once: its first `link` entries are those that the hash was made of."""
    chain = check_chain()
    is_there = AuditEntry.objects.filter(link=link, hash=hash_).exists()
    return is_there and (chain.broken_at is None or chain.broken_at > link)


def head() -> AuditEntry | None:
    """The last entry of the chain. Whoever keeps its hash elsewhere can show that nothing before it was changed."""
    return AuditEntry.objects.exclude(link=None).order_by("-link").first()


def _rows(entries: QuerySet[AuditEntry]) -> Iterator[tuple[Any, ...]]:
    rows = entries.order_by("link").values_list("link", "previous", "hash", *CONTENT)
    return rows.iterator(chunk_size=_CHUNK)


def _content(entry: AuditEntry) -> list[Any]:
    return [getattr(entry, name) for name in CONTENT]


def _hash(before: str, content: list[Any]) -> str:
    at, *rest = content
    written = json.dumps([before, _moment(at), *rest], sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _lock() -> None:
    """One links at a time. SQLite has one writer anyway."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
