"""Keeping what an act changed in a record: each changed field before and after, beside the entry of the act."""

from collections.abc import Iterable
from datetime import date, time
from typing import Any

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone

from .models import AuditEntry, Revision
from .record import name_of

# Fields of a record by name, as JSON can hold them: a pointer by its key, a day, hour or moment in ISO 8601.
State = dict[str, Any]


def as_it_is(record: models.Model, fields: Iterable[str]) -> State:
    """Taken before and after a change; `fields` are columns of the record."""
    return {name: plain(record.serializable_value(name)) for name in fields}


def plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date | time) else value


def keep_revision(
    entry: AuditEntry,
    record: models.Model | str,
    was: State,
    now: State | None = None,
    within: models.Model | str = "",
) -> None:
    """Nothing is kept where nothing changed. Without `now` the record is read as it stands in memory.

    `within` is what the record is part of: the case of a claim.
    """
    if now is None and isinstance(record, models.Model):
        now = as_it_is(record, was)
    keep_revisions(entry, [(record, was, now or {})], within)


def keep_revisions(
    entry: AuditEntry,
    changes: Iterable[tuple[models.Model | str, State, State]],
    within: models.Model | str = "",
) -> None:
    """The same for many records that one act changed, in one statement."""
    scope = name_of(within) if within else ""
    rows = [
        Revision(record=name_of(record), within=scope, entry=entry, before=before, after=after)
        for record, was, now in changes
        for before, after in [_changed(was, now)]
        if before != after
    ]
    Revision.objects.bulk_create(rows, batch_size=500)


def forget_words(revisions: QuerySet[Revision]) -> int:
    """Takes everything that anybody wrote out of earlier states; who changed what, and when, stays. The number."""
    found = list(revisions.filter(words_gone_at=None))
    for revision in found:
        revision.before, revision.after = _wordless(revision.before), _wordless(revision.after)
        revision.words_gone_at = timezone.now()
    Revision.objects.bulk_update(found, ["before", "after", "words_gone_at"], batch_size=200)
    return len(found)


def _changed(was: State, now: State) -> tuple[State, State]:
    names = [name for name in {**was, **now} if was.get(name) != now.get(name)]
    return {n: was[n] for n in names if n in was}, {n: now[n] for n in names if n in now}


def _wordless(state: State) -> State:
    return {name: value if isinstance(value, bool | int | None) else None for name, value in state.items()}
