"""The audit trail: every act that changes something writes one entry, inside its own transaction."""

from typing import Any

from django.db import models

from .models import AuditEntry, Member


def record(act: str, subject: models.Model | str, by: Member | None, **detail: Any) -> AuditEntry:
    """Notes who did what to which record. `by` is None for what the installation does by itself."""
    return AuditEntry.objects.create(act=act, subject=_name(subject), member=by, detail=detail)


def _name(subject: models.Model | str) -> str:
    return subject if isinstance(subject, str) else f"{subject._meta.model_name} {subject.pk}"
