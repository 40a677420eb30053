"""The parent's side: start a child, hand it the bytes, wait no longer than agreed."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from threading import BoundedSemaphore, Timer

from tocsin.intake.errors import Damaged, Overblown
from tocsin.intake.extracted import Piece
from tocsin.intake.sandbox import answer

PARSING_SECONDS = 12.0
RECOGNISING_SECONDS = 60.0
MOST_ANSWERED = 40 * 2**20
CHILD = ("-m", "tocsin.intake.sandbox.child")
AT_ONCE = BoundedSemaphore(2)  # a flood of uploads waits here and not in memory
_KEPT = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")
_WORKED_TO_DEATH = (-9, -24)  # SIGKILL, SIGXCPU


class Deadline:
    """One report's time, however many children it takes."""

    def __init__(self, seconds: float) -> None:
        self.until = time.monotonic() + seconds

    def left(self, most: float) -> float:
        """Seconds that a child may take. Raises `Overblown` where none are left."""
        left = min(most, self.until - time.monotonic())
        if left <= 0:
            raise Overblown(_SLOW)
        return left


_SLOW = "reading it takes too long; save the part that holds the appeal as a file of its own"


def parsed(kind: str, data: bytes, deadline: Deadline) -> tuple[Piece, ...]:
    """Raises `Unreadable`."""
    try:
        return answer.read(run(("parse", kind), data, deadline.left(PARSING_SECONDS)))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Damaged(_BROKEN) from None


def drawn(data: bytes, index: int, deadline: Deadline) -> bytes:
    """A page of a PDF as a grey PNG. Raises `Unreadable`."""
    return run(("draw", str(index)), data, deadline.left(PARSING_SECONDS))


def recognised(picture: bytes, arguments: Sequence[str], deadline: Deadline) -> bytes:
    """What the tesseract program prints. Raises `Unreadable`."""
    return run(("recognise", *arguments), picture, deadline.left(RECOGNISING_SECONDS))


_BROKEN = "it is damaged, or made to break programs; open it where it is safe and save its text as plain text"


def run(arguments: Sequence[str], data: bytes, seconds: float) -> bytes:
    """The child's standard output. Raises `Overblown` or `Damaged` for whatever else happens to it."""
    until = time.monotonic() + seconds
    command = [sys.executable, "-I", "-B", *CHILD, *arguments]
    with AT_ONCE, _started(command) as process:
        timer = Timer(seconds, process.kill)
        timer.start()
        try:
            found = _exchange(process, data)
        finally:
            timer.cancel()
            if process.poll() is None and time.monotonic() > until:
                process.kill()
    if len(found) > MOST_ANSWERED or process.returncode in _WORKED_TO_DEATH:
        raise Overblown(_SLOW)
    if process.returncode != 0:
        raise Damaged(_BROKEN)
    return found


def _started(command: list[str]) -> "subprocess.Popen[bytes]":
    environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={**environment, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C.UTF-8"},
        start_new_session=True,
    )


def _exchange(process: "subprocess.Popen[bytes]", data: bytes) -> bytes:
    """The child reads all before it writes, so neither waits for the other."""
    if process.stdin is None or process.stdout is None:
        return b""
    with suppress(BrokenPipeError):
        process.stdin.write(data)
    with suppress(BrokenPipeError):
        process.stdin.close()
    found = process.stdout.read(MOST_ANSWERED + 1)
    if len(found) > MOST_ANSWERED:
        process.kill()
    return found
