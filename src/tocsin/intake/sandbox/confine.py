"""What a process gives up before it looks at a stranger's file; called in the child, at its very start."""

import ctypes
import os
import resource
import sys
from contextlib import suppress
from dataclasses import dataclass

MEGABYTE = 2**20
OPEN_FILES = 32
_NO_NEW_PRIVILEGES, _DIE_WITH_PARENT, _DUMPABLE = 38, 1, 4  # prctl(2)
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000  # unshare(2)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_LOOKING = frozenset({"os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.getxattr"})
_FORBIDDEN = ("socket.", "os.", "subprocess.", "shutil.", "tempfile.", "pty.", "urllib.", "http.", "ftplib.")


@dataclass(frozen=True)
class Limits:
    """Of one child: processor seconds and bytes of address space."""

    cpu_seconds: int
    memory: int


PARSING = Limits(10, 512 * MEGABYTE)
RECOGNISING = Limits(60, 1024 * MEGABYTE)


def confine(limits: Limits) -> None:
    """No network where the kernel lets us, no new rights, no files written, no second process."""
    _leave_network()
    for kind, most in (
        (resource.RLIMIT_CPU, limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, OPEN_FILES),
        (resource.RLIMIT_NPROC, 0),
    ):
        with suppress(OSError, ValueError):  # a system without this limit, or with a lower one
            resource.setrlimit(kind, (most, most))


def _leave_network() -> None:
    """An empty network namespace, and death with the parent. Best effort: other systems have neither."""
    libc = ctypes.CDLL(None, use_errno=True)
    with suppress(AttributeError):
        libc.prctl(_DIE_WITH_PARENT, 9, 0, 0, 0)
        libc.prctl(_DUMPABLE, 0, 0, 0, 0)
        if libc.unshare(_NEW_NETWORK) != 0:
            libc.unshare(_NEW_USER | _NEW_NETWORK)
        libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def forbid() -> None:
    """For Python code: no sockets, no processes, nothing written, nothing read but the libraries."""
    roots = tuple(
        {os.path.realpath(path) + os.sep for path in (*sys.path, sys.prefix, sys.base_prefix) if path}
    )

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            _check_open(roots, *arguments)
        elif event.startswith(_FORBIDDEN) and event not in _LOOKING:
            raise PermissionError(f"{event} is not for parsers")

    sys.addaudithook(watch)


def _check_open(roots: tuple[str, ...], path: object, mode: object, flags: object) -> None:
    if isinstance(flags, int) and flags & _WRITING:
        raise PermissionError("parsers write nothing")
    if isinstance(path, (str, bytes)) and not os.path.realpath(os.fsdecode(path)).startswith(roots):
        raise PermissionError("parsers read nothing but what they were given")
