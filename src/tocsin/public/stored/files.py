"""The files themselves: written whole or not at all, words each beside a compressed copy."""

import gzip
import logging
import os
import shutil
import tempfile
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from django.conf import settings

logger = logging.getLogger(__name__)
COMPRESSED = ".gz"
_UNFINISHED = ".unfinished-"
ABANDONED_AFTER = 3600


def path_of(folder: str, file: str = "") -> Path:
    return Path(settings.PAGES_FOLDER) / folder / file


def write_aside(folder: str, pages: Mapping[str, str | bytes]) -> dict[str, Path]:
    """Writes the pages under names that nobody asks for: file name -> where it waits.

    Raises FileNotFoundError where the folder is taken away meanwhile.
    """
    if not pages:
        return {}
    _make(path_of(folder))
    aside: dict[str, Path] = {}
    try:
        for name, text in pages.items():
            if isinstance(text, bytes):
                # A picture is as small as it gets.
                aside[name] = _write(path_of(folder), text)
                continue
            plain = text.encode()
            aside[name] = _write(path_of(folder), plain)
            aside[name + COMPRESSED] = _write(path_of(folder), gzip.compress(plain, 9, mtime=0))
    except OSError:
        drop(aside.values())
        raise
    return aside


def put_in_place(folder: str, aside: Mapping[str, Path], stamp: int) -> None:
    """Renames them over what was there and removes what is not among them. `stamp`: seconds since 1970."""
    for name, waiting in aside.items():
        os.utime(waiting, (stamp, stamp))
        os.replace(waiting, path_of(folder, name))
    for old in _listed(folder):
        if old.name not in aside and not _is_being_written(old):
            old.unlink(missing_ok=True)


def stamp_of(folder: str, file: str) -> int | None:
    """When it was put in its place, in seconds since 1970; None where it is not there."""
    try:
        return int(path_of(folder, file).stat().st_mtime)
    except OSError:
        return None


def folders_in(kind: str) -> list[str]:
    """Every folder of a kind that lies there: `a` or `c`."""
    return sorted(f"{kind}/{each.name}" for each in _listed(kind))


def drop(aside: Iterable[Path]) -> None:
    for waiting in aside:
        waiting.unlink(missing_ok=True)


def wipe(folder: str) -> None:
    """Removes the folder with all that is in it. Raises OSError where a page could not be removed."""
    for old in _listed(folder):
        old.unlink(missing_ok=True)
    shutil.rmtree(path_of(folder), ignore_errors=True)


def wipe_now(folder: str) -> None:
    """The same inside an act, which goes on: the job that follows it tries again, and says aloud if it can't."""
    try:
        wipe(folder)
    except OSError as fault:
        logger.error("pages could not be removed: %s", type(fault).__name__)


def _is_being_written(file: Path) -> bool:
    """What a killed process left half-written is of no use to anybody an hour later."""
    try:
        return file.name.startswith(_UNFINISHED) and time.time() - file.stat().st_ctime < ABANDONED_AFTER
    except FileNotFoundError:
        return True


def _listed(folder: str) -> list[Path]:
    try:
        return list(path_of(folder).iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []


def _make(folder: Path) -> None:
    """Whoever may read the folder of all pages (such as nginx) may read this one."""
    root = Path(settings.PAGES_FOLDER)
    root.mkdir(parents=True, exist_ok=True)
    for level in [*reversed(folder.relative_to(root).parents), folder.relative_to(root)][1:]:
        with suppress(FileExistsError):
            (root / level).mkdir()
            (root / level).chmod(root.stat().st_mode & 0o7777)


def _write(folder: Path, content: bytes) -> Path:
    descriptor, name = tempfile.mkstemp(dir=folder, prefix=_UNFINISHED)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        os.fchmod(descriptor, folder.stat().st_mode & 0o666)
        file.flush()
        os.fsync(descriptor)
    return Path(name)
