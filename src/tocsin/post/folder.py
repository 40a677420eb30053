"""The post office of an installation whose mail is not set up: messages lie in a folder, nothing leaves."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from email.parser import BytesHeaderParser
from pathlib import Path


class FolderPostOffice:
    """Writes one .eml file a message, readable by the owner alone. A repeated Message-ID is the same file."""

    is_real = False

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def send(self, sender: str, recipients: Sequence[str], message: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write_whole(self.folder / f"{_identity(message)}.eml", message)


def file_name(message_id: str) -> str:
    """Of the file, without its ending, in which a message with this Message-ID lies."""
    return _hash(message_id.encode())


def _identity(message: bytes) -> str:
    message_id = str(BytesHeaderParser().parsebytes(message)["Message-ID"] or "").strip()
    return file_name(message_id) if message_id else _hash(message)


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:32]


def _write_whole(path: Path, data: bytes) -> None:
    """All of the file or none of it, also when the power fails."""
    descriptor, unfinished = tempfile.mkstemp(dir=path.parent, prefix=".unfinished-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except BaseException:
        os.unlink(unfinished)
        raise
