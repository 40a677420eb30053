"""The audit trail: every act that changes something writes one entry, inside its own transaction."""

from typing import Any

from django.db import models, transaction

from .chain import link_entries
from .models import AuditEntry, Member


def record(act: str, subject: models.Model | str, by: Member | None, **detail: Any) -> AuditEntry:
    """Notes who did what to which record. `by` is None for what the installation does by itself."""
    entry = AuditEntry.objects.create(act=act, subject=name_of(subject), member=by, detail=detail)
    # Linked after the commit: a lock on the chain held during an act could lock two acts into each other.
    transaction.on_commit(link_entries, robust=True)
    return entry


def name_of(subject: models.Model | str) -> str:
    """A record as the trail names it: 'case 7'."""
    return subject if isinstance(subject, str) else f"{subject._meta.model_name} {subject.pk}"
