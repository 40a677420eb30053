"""A folder below the data folder: files that somebody, or a program, puts there.

Taken files move to its subfolder `done`, those that cannot be taken to `failed`; none is deleted.
"""

import os
import stat
from contextlib import suppress
from functools import partial
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from tocsin.intake.archive import MOST_PACKED
from tocsin.intake.errors import Unreadable
from tocsin.intake.files import limited

from ...models import ArrivalWay, IntakeSource
from ..arrive import Sent
from ..unpack import unpacked
from .found import CannotLook, Found, Refused

INCOMING = "incoming"  # the folder of the folders
DONE, FAILED = "done", "failed"
MOST_FILES = 100
MOST_TOGETHER = 50 * 2**20
# What programs call a file that they are still writing.
UNFINISHED = (".part", ".partial", ".tmp", ".crdownload", ".filepart", "~")


def folder_of(source: IntakeSource) -> Path:
    """Where its files are put. Raises CannotLook for one that leads out of the data folder."""
    top = (settings.DATA / INCOMING).resolve()
    path = (top / source.address).resolve()
    if path.parent != top:
        raise CannotLook(_("This folder does not stand in the folder “incoming” of the data folder."))
    return path


def look_at_folder(source: IntakeSource) -> Found:
    """A file is taken once it has kept its size and time from one look to the next: until then it may be half written."""
    folder = folder_of(source)
    try:
        for path in (folder, folder / DONE, folder / FAILED):
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
        now = {path.name: _written(path) for path in sorted(folder.iterdir()) if _is_wanted(path)}
    except OSError as error:
        raise CannotLook(_("The folder cannot be read: %(why)s.") % {"why": error.strerror}) from None
    before = source.seen.get("files", {})
    whole = [name for name, written in now.items() if before.get(name) == written]
    return _taken(source, folder, whole, now)


def _taken(source: IntakeSource, folder: Path, whole: list[str], now: dict[str, list[int]]) -> Found:
    sent: list[Sent] = []
    refused: list[Refused] = []
    moves = []
    for name in whole[:MOST_FILES]:
        if sum(len(one.data) for one in sent) > MOST_TOGETHER:
            break
        try:
            sent += [Sent(part, n, ArrivalWay.FOLDER, source=source) for n, part in _files(folder / name)]
            moves.append(partial(_move, folder / name, folder / DONE))
        except Unreadable as why:
            reason = _("%(why)s. It lies in the folder “failed”.") % {"why": str(why).rstrip(".")}
            refused.append(Refused(_named(name, source), reason, now[name][0]))
            moves.append(partial(_move, folder / name, folder / FAILED))
        except OSError:
            continue  # gone, or not ours to read: it is looked at again
    left = {name: written for name, written in now.items() if name not in whole[: len(moves)]}
    is_all = len(moves) == len(whole)
    return Found(tuple(sent), {"files": left}, tuple(refused), tuple(moves), is_all)


def _named(name: str, source: IntakeSource) -> Sent:
    """The file as it is listed where its bytes are not taken in."""
    return Sent(b"", name, ArrivalWay.FOLDER, source=source)


def _files(path: Path) -> list[tuple[str, bytes]]:
    """Raises `Unreadable` or OSError. No link is followed, and nothing that is no plain file is opened."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb") as file:
        data = file.read(MOST_PACKED + 1)
    return list(unpacked(limited(data, MOST_PACKED), path.name))


def _is_wanted(path: Path) -> bool:
    name = path.name
    is_plain = stat.S_ISREG(path.lstat().st_mode)
    return is_plain and not name.startswith(".") and not name.lower().endswith(UNFINISHED)


def _written(path: Path) -> list[int]:
    """Size in bytes and time of the last change in nanoseconds."""
    found = path.lstat()
    return [found.st_size, found.st_mtime_ns]


def _move(path: Path, to: Path) -> None:
    """Under its own name, or with a number where there is one of that name."""
    for number in range(1, 10_000):
        aim = to / (path.name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        if not aim.exists():
            with suppress(OSError):  # then it stays, is taken again and known
                path.rename(aim)
            return


def check_folder_name(name: str) -> str | None:
    """The name of a folder below `incoming`, or None where it cannot be one."""
    plain = name.strip().rstrip("/")
    is_one = (
        plain and "/" not in plain and "\\" not in plain and not plain.startswith(".") and plain.isprintable()
    )
    return plain if is_one and plain not in (DONE, FAILED) and len(plain) <= 100 else None
