"""The audit trail: every act that changes something writes one entry, inside its own transaction."""

from typing import Any

from django.db import models, transaction

from .chain import link_entries
from .models import AuditEntry, Member


def record(act: str, subject: models.Model | str, by: Member | None, /, **detail: Any) -> AuditEntry:
    """Notes who did what to which record. `by` is None for what the installation does by itself."""
    return record_about(case_number(subject), act, subject, by, **detail)


def record_about(
    case: int | None, act: str, subject: models.Model | str, by: Member | None, /, **detail: Any
) -> AuditEntry:
    """The same, where the record itself does not lead to its case."""
    entry = AuditEntry.objects.create(
        act=act, subject=name_of(subject), member=by, detail=detail, about_case=case
    )
    # Linked after the commit: a lock on the chain held during an act could lock two acts into each other.
    transaction.on_commit(link_entries, robust=True)
    return entry


def name_of(subject: models.Model | str) -> str:
    """A record as the trail names it: 'case 7'."""
    return subject if isinstance(subject, str) else f"{subject._meta.model_name} {subject.pk}"


def case_number(record: object) -> int | None:
    """The number of the case that a record belongs to, by itself or by what it hangs on; None for other records."""
    if not isinstance(record, models.Model):
        return None
    if record._meta.model_name == "case":
        return int(record.pk)
    if number := getattr(record, "case_id", None):
        return int(number)
    above = (getattr(record, way, None) for way in ("subject", "person", "action", "relay", "left"))
    return next((number for each in above if (number := case_number(each))), None)
