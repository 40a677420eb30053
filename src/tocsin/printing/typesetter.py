"""The child that sets sheets: started for one sheet, or kept warm for many; ended when it takes too long."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from threading import Event, Lock, Timer
from typing import IO, cast

_COMMAND = [sys.executable, "-m", "tocsin.printing.child"]
# What a typesetter remembers of past sheets grows; a new one starts in half a second.
MOST_SHEETS = 1000


class CannotPrint(Exception):
    """The sheet could not be set; `str(error)` says why."""


@dataclass(frozen=True)
class Answer:
    """`cpu_ms`: processor time that the child took for this sheet alone."""

    pdf: bytes
    cpu_ms: float


class Typesetter:
    """One child, one sheet at a time; any number of threads may ask. It ends with the process that started it."""

    def __init__(self, most_sheets: int = MOST_SHEETS) -> None:
        self.most_sheets = most_sheets
        self._lock = Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._started_by = 0
        self._sheets = 0

    def set(self, order: bytes, seconds: float) -> Answer:
        """`order` is one line of JSON. Raises CannotPrint, also where others keep the child busy for so long."""
        if not self._lock.acquire(timeout=seconds):
            raise CannotPrint(f"other sheets were being set for more than {seconds:.0f} seconds")
        try:
            was_warm = self._warm is not None
            answer = self._ask(order, seconds)
            if answer is None and was_warm:
                # It was ended from outside since the last sheet: a fresh one is asked once.
                answer = self._ask(order, seconds)
        finally:
            self._lock.release()
        if answer is None:
            raise CannotPrint("the typesetter ended without a word")
        return answer

    def close(self) -> None:
        """Ends the child; the next sheet starts another. What was inherited by a fork is left to who started it."""
        child, self._child = self._child, None
        if child and self._started_by == os.getpid():
            child.kill()
            child.communicate()

    @property
    def _warm(self) -> "subprocess.Popen[bytes] | None":
        child = self._child if self._started_by == os.getpid() else None
        is_good = child and child.poll() is None and self._sheets < self.most_sheets
        return child if is_good else None

    def _start(self) -> "subprocess.Popen[bytes]":
        self.close()
        pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
        self._child = subprocess.Popen(_COMMAND, stdin=pipe, stdout=pipe, stderr=nowhere)
        self._started_by, self._sheets = os.getpid(), 0
        return self._child

    def _ask(self, order: bytes, seconds: float) -> Answer | None:
        """None where the child ended before it answered."""
        child, late = self._warm or self._start(), Event()
        timer = Timer(seconds, _end, (child, late))
        timer.start()
        try:
            answer = _exchange(child, order)
        finally:
            timer.cancel()
        self._sheets += 1
        if answer is None:
            self.close()
        if late.is_set():
            raise CannotPrint(f"setting the pages took longer than {seconds:.0f} seconds")
        return answer


def _end(child: "subprocess.Popen[bytes]", late: Event) -> None:
    late.set()
    child.kill()


def _exchange(child: "subprocess.Popen[bytes]", order: bytes) -> Answer | None:
    stdin, stdout = cast(IO[bytes], child.stdin), cast(IO[bytes], child.stdout)
    try:
        stdin.write(order + b"\n")
        stdin.flush()
    except BrokenPipeError:
        return None
    line = stdout.readline()
    if not line.endswith(b"\n"):
        return None
    said = json.loads(line)
    if "error" in said:
        raise CannotPrint(said["error"])
    pdf = stdout.read(said["size"])
    return Answer(pdf, said["cpu_ms"]) if len(pdf) == said["size"] else None
