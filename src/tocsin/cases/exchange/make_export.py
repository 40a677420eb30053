"""Making the file of an export. Called twice it makes one file."""

import hashlib
import os
import secrets
from pathlib import Path
from typing import IO, Any

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Role
from tocsin.members.record import record
from tocsin.printing.sheet import CannotPrint

from ..access import holds_on
from ..held_by_export import may_be_held
from ..models import Export, ExportKind, ExportState
from .write import Written, write_export

KIND = "cases.export"
# A file that holds everything, review decisions and trail included, is for those who may see the trail.
NEEDS = {ExportKind.ZIP: Role.PUBLISHER}
_BLOCK = 1 << 20


def export_folder() -> Path:
    return Path(settings.DATA) / "exports"


def make_export(payload: dict[str, Any]) -> None:
    """Does a job of kind `cases.export`."""
    export = Export.objects.select_related("case").filter(pk=payload["export"]).first()
    if export is None or export.state != ExportState.WAITING:
        return
    if not _may_have_it(export):
        _failed(export, _("Whoever asked for it is not on the case any more."))
        return
    stored_as = f"{secrets.token_hex(20)}.part"
    path = export_folder() / stored_as
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        held = may_be_held(export.case, export.is_public)
        Export.objects.filter(pk=export.pk).update(holds=sorted(held))
        written = _write(export, path)
        _ready(export, path, written, held)
    except CannotPrint as error:
        path.unlink(missing_ok=True)
        _failed(export, str(error))
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _may_have_it(export: Export) -> bool:
    """Whoever asked may have lost the case, or her role in it, meanwhile."""
    needed = NEEDS.get(ExportKind(export.kind), Role.REVIEWER)
    return export.asked_by is None or holds_on(export.case, export.asked_by, needed)


def _write(export: Export, path: Path) -> Written:
    def progress(done: int, steps: int) -> None:
        Export.objects.filter(pk=export.pk).update(done=done, steps=steps)

    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as out:
        return write_export(export.case, export.kind, export.is_public, out, progress)


@transaction.atomic
def _ready(export: Export, path: Path, written: Written, held: set[str]) -> None:
    """Logged in the same transaction: a file that no trail knows of is never ready.

    It holds what stood when it was begun, and may hold what was let be shown since.
    """
    stored_as = path.with_suffix("").name
    sha256, size = file_hash(path)
    changed = Export.objects.filter(pk=export.pk, state=ExportState.WAITING).update(
        state=ExportState.READY,
        records=written.records,
        remark=written.remark[:500],
        size=size,
        sha256=sha256,
        stored_as=stored_as,
        holds=sorted(held | may_be_held(export.case, export.is_public)),
    )
    if not changed:
        path.unlink()
        return
    log_export(export, written, sha256)
    os.replace(path, path.with_name(stored_as))


def log_export(export: Export, written: Written, sha256: str) -> None:
    record(
        "case.exported",
        export.case,
        export.asked_by,
        kind=export.kind,
        public=export.is_public,
        records=written.records,
        sha256=sha256,
    )


@transaction.atomic
def _failed(export: Export, reason: str) -> None:
    Export.objects.filter(pk=export.pk).update(state=ExportState.FAILED, remark=reason[:500])
    record("case.export_failed", export.case, export.asked_by, kind=export.kind, reason=reason[:200])


def file_hash(path: Path) -> tuple[str, int]:
    """SHA-256 and bytes of a file."""
    with path.open("rb") as file:
        return stream_hash(file), path.stat().st_size


def stream_hash(file: IO[bytes]) -> str:
    """SHA-256 of what is left of a file, read in blocks."""
    digest = hashlib.sha256()
    while block := file.read(_BLOCK):
        digest.update(block)
    return digest.hexdigest()
