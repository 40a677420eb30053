"""Forgetting exports: their files go after a day, and so does whatever nobody knows of."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from ..models import Export, ExportState
from .ask_export import STAYS
from .make_export import export_folder


def tidy_exports(payload: dict[str, Any], now: datetime | None = None) -> None:
    """Does a job of kind `cases.tidy_exports`. The row stays: who exported what, and the hash."""
    now = now or timezone.now()
    expired = Export.objects.filter(expires_at__lte=now).exclude(state=ExportState.GONE)
    for export in expired:
        if export.stored_as:
            (export_folder() / export.stored_as).unlink(missing_ok=True)
        Export.objects.filter(pk=export.pk).update(state=ExportState.GONE, stored_as="", holds=None)
    _drop_strays(now)


def _drop_strays(now: datetime) -> None:
    """What a process that was killed left half written."""
    known = set(Export.objects.exclude(stored_as="").values_list("stored_as", flat=True))
    oldest = (now - STAYS).timestamp()
    folder = export_folder()
    for path in folder.iterdir() if folder.is_dir() else ():
        if path.name not in known and path.stat().st_mtime < oldest:
            path.unlink(missing_ok=True)
