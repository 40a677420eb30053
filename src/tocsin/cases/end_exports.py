"""Ending exports that hold what may not be had any more: the link is dead at once, and the file is deleted.

`case_changed` alone does it, so that no act can forget to: each export remembers what it was made of.
"""

from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .held_by_export import may_be_held
from .models import Case, Export, ExportState


def end_exports(case: Case) -> None:
    """Those ready, and those being made, that hold more than may be held now. The row stays, with the hash; another
    export can be asked for at once. One that nobody has begun to make holds nothing yet."""
    for export in case.exports.exclude(state__in=(ExportState.GONE, ExportState.FAILED)):
        if export.holds is None:
            is_more = export.state == ExportState.READY
        else:
            is_more = bool(set(export.holds) - may_be_held(case, export.is_public))
        if is_more:
            _end(export)


def _end(export: Export) -> None:
    stored_as = export.stored_as
    Export.objects.filter(pk=export.pk).update(
        state=ExportState.GONE, stored_as="", holds=None, expires_at=timezone.now()
    )
    if stored_as:
        path = Path(settings.DATA) / "exports" / stored_as
        transaction.on_commit(lambda: path.unlink(missing_ok=True))
