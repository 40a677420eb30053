"""The file itself: a tar.gz with a list of what is in it, each with its SHA-256."""

import hashlib
import io
import json
import os
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from tocsin.site.environment import SQLITE

_MANIFEST = "manifest.json"
_LONGEST_MANIFEST = 64 * 1024 * 1024
# Pages are made anew; backups in a backup would double it each time.
_LEFT_OUT = ("pages", "backups")
_CHUNK = 1 << 20


class NoBackup(Exception):
    """A file that is not a backup, or not whole. `str(error)` says what is wrong."""


@dataclass(frozen=True)
class Manifest:
    """`rows`: table -> how many. `files`: name -> SHA-256."""

    made_at: str
    version: str
    rows: dict[str, int]
    files: dict[str, str]


def pack(archive: Path, database: Path, data: Path, rows: dict[str, int]) -> Manifest:
    """Writes it whole or not at all, for our account alone. Raises FileExistsError where something has that name."""
    archive.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    aside = archive.with_name(f".{archive.name}.{os.getpid()}")
    files = {SQLITE: database, **{name: data / name for name in _beside(data)}}
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as raw:
            with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as tar:
                sums = {name: _add(tar, name, path) for name, path in files.items() if path.is_file()}
                manifest = Manifest(datetime.now(UTC).isoformat(), version("tocsin"), rows, sums)
                _add_bytes(tar, _MANIFEST, json.dumps(asdict(manifest), indent=1).encode())
            raw.flush()
            os.fsync(raw.fileno())
        os.link(aside, archive)
    finally:
        aside.unlink(missing_ok=True)
    return manifest


def unpack(archive: Path, folder: Path) -> Manifest:
    """Into an empty folder, each file compared with its sum. Raises NoBackup."""
    try:
        with tarfile.open(archive, mode="r:gz") as tar:
            sums, told = _extract(tar, folder)
        manifest = Manifest(**json.loads(told))
    except (OSError, EOFError, tarfile.TarError, ValueError, TypeError) as fault:
        raise NoBackup(f"{archive} is no backup, or not whole: {fault}".rstrip(": ")) from None
    if sums != manifest.files or SQLITE not in sums:
        raise NoBackup(f"{archive} is not as it was written.")
    return manifest


def _beside(data: Path) -> Iterator[str]:
    """Settings, the key, mail that waits, what comes in and what was handed out."""
    for path in sorted(data.rglob("*")):
        name = path.relative_to(data)
        first = name.parts[0]
        is_database = first.startswith((SQLITE, "tocsin-moved-"))
        if (
            path.is_file()
            and not path.is_symlink()
            and not (first in _LEFT_OUT or first[0] == "." or is_database)
        ):
            yield str(name)


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    if name == SQLITE:
        entry = tar.gettarinfo(path, name)
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = ""
        with path.open("rb") as file:
            tar.addfile(entry, file)
        return _sum(path)
    # Read at once, since it may change while we write.
    content = path.read_bytes()
    _add_bytes(tar, name, content)
    return hashlib.sha256(content).hexdigest()


def _add_bytes(tar: tarfile.TarFile, name: str, content: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    tar.addfile(entry, io.BytesIO(content))


def _extract(tar: tarfile.TarFile, folder: Path) -> tuple[dict[str, str], bytes]:
    """The sums of what was written below the folder, and the list that came with it."""
    sums, told = {}, b""
    for entry in tar:
        content = tar.extractfile(entry) if entry.isfile() else None
        if content is None or ".." in Path(entry.name).parts or Path(entry.name).is_absolute():
            raise ValueError(f"{entry.name} has no place in it")
        if entry.name == _MANIFEST:
            told = content.read(_LONGEST_MANIFEST)
            continue
        target = folder / entry.name
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            while part := content.read(_CHUNK):
                file.write(part)
        sums[entry.name] = _sum(target)
    return sums, told


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
