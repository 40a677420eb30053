"""A sealed report's file, where it came in by a folder: the copies that the folder keeps go too, from within zips as well."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tocsin.intake.archive import FAULTS, files_of, is_archive
from tocsin.intake.errors import Unreadable
from tocsin.members.record import record

from ...models import IntakeSource
from .folder import DONE, FAILED, folder_of
from .found import CannotLook

KIND = "reports.delete_copies"


def delete_copies(payload: dict[str, Any]) -> None:
    """Does a job of kind `reports.delete_copies`: all files with the bytes of `sha256`, or of one of `others`.

    A zip is written anew without them; one that holds nothing else goes.
    """
    sealed = {payload["sha256"], *payload.get("others", ())}
    for source, path in _kept():
        with suppress(OSError):  # gone, or not ours to read
            if was := _delete(path, sealed):
                record("source.copy_deleted", source, None, was=was, sha256=payload["sha256"])


def _kept() -> Iterator[tuple[IntakeSource, Path]]:
    for source in IntakeSource.objects.filter(kind=IntakeSource.Kind.FOLDER):
        with suppress(CannotLook, OSError):
            folder = folder_of(source)
            for kept in (folder / DONE, folder / FAILED):
                files = [path for path in kept.iterdir() if path.is_file() and not path.is_symlink()]
                yield from ((source, path) for path in files)


def _delete(path: Path, sealed: set[str]) -> str:
    """What went, in a word; empty where nothing of it was sealed."""
    data = path.read_bytes()
    if _hash(data) in sealed:
        path.unlink()
        return "file"
    within = _within(data, sealed) if is_archive(data) else set()
    if within:
        _write_without(path, data, within)
        return "in a zip"
    return ""


def _within(data: bytes, sealed: set[str]) -> set[str]:
    """The names of sealed files in a zip; of one that is damaged, those that stand before the fault."""
    found = set()
    with suppress(Unreadable):
        for name, part in files_of(data):
            if _hash(part) in sealed:
                found.add(name)
    return found


def _write_without(path: Path, data: bytes, names: set[str]) -> None:
    """The new zip takes the place of the old one in one step. What cannot be read is not carried over."""
    with ZipFile(BytesIO(data)) as old:
        kept = [entry for entry in old.infolist() if entry.filename not in names]
        rest = BytesIO()
        with ZipFile(rest, "w") as new:
            for entry in kept:
                with suppress(*FAULTS):
                    new.writestr(entry, old.read(entry))
    if not kept:
        path.unlink()
        return
    written = path.with_name(f"{path.name}.part")
    written.write_bytes(rest.getvalue())
    written.chmod(0o600)
    written.replace(path)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
