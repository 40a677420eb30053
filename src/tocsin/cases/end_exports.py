"""Ending exports that hold what may not be had any more: the link is dead at once, and the file is deleted."""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from .models import Case, Claim, Export, ExportState


def end_exports(case: Case, only_public: bool) -> None:
    """Those ready and those being made. The row stays, with the hash; another export can be asked for at once."""
    exports = case.exports.exclude(state=ExportState.GONE)
    for export in exports.filter(is_public=True) if only_public else exports:
        _end(export)


def end_exports_showing(claims: QuerySet[Claim], case: Case) -> None:
    """Those for everybody, where one of `claims` may be shown: called before it may be no more."""
    if claims.filter(may_be_shown=True).exists():
        end_exports(case, only_public=True)


def _end(export: Export) -> None:
    stored_as = export.stored_as
    Export.objects.filter(pk=export.pk).update(
        state=ExportState.GONE, stored_as="", expires_at=timezone.now()
    )
    if stored_as:
        path = Path(settings.DATA) / "exports" / stored_as
        transaction.on_commit(lambda: path.unlink(missing_ok=True))
