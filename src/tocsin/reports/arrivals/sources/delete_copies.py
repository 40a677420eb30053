"""A sealed report's file, where it came in by a folder: the copies that the folder keeps go too."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from ...models import IntakeSource
from .folder import DONE, FAILED, folder_of
from .found import CannotLook

KIND = "reports.delete_copies"


def delete_copies(payload: dict[str, Any]) -> None:
    """Does a job of kind `reports.delete_copies`: files with the bytes of `payload['sha256']`. What lay in a zip stays there."""
    for path in _kept():
        with suppress(OSError):  # gone, or not ours to read
            if hashlib.sha256(path.read_bytes()).hexdigest() == payload["sha256"]:
                path.unlink()


def _kept() -> Iterator[Path]:
    for source in IntakeSource.objects.filter(kind=IntakeSource.Kind.FOLDER):
        with suppress(CannotLook, OSError):
            folder = folder_of(source)
            for kept in (folder / DONE, folder / FAILED):
                yield from (path for path in kept.iterdir() if path.is_file() and not path.is_symlink())
