"""Processor time of one piece of work, the same on a busy machine and on an idle one; the wall's time of a command."""

import os
import subprocess
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from tempfile import TemporaryDirectory


def cpu_seconds(work: Callable[[], object], rounds: int) -> float:
    """The least of several rounds: what disturbs a round only ever makes it slower."""
    return min(_once(work) for _ in range(rounds))


def _once(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def each(do: Callable[[str], object], things: Iterable[str]) -> Callable[[], None]:
    """One piece of work that does all."""

    def work() -> None:
        for thing in things:
            do(thing)

    return work


@dataclass(frozen=True)
class Run:
    """A command from its start to its end: seconds of wall and of processor time."""

    wall: float
    cpu: float


def runs(command: Sequence[str], given: bytes, times: int) -> list[Run]:
    """As where the program is installed: its modules are compiled by a run before, which does not count."""
    with TemporaryDirectory() as compiled:
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        around = {**kept, "PYTHONPYCACHEPREFIX": compiled}
        return [_run(command, given, around) for _ in range(times + 1)][1:]


def _run(command: Sequence[str], given: bytes, around: Mapping[str, str]) -> Run:
    started = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=around)
    if child.stdin:
        child.stdin.write(given)
        child.stdin.close()
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Run(time.perf_counter() - started, used.ru_utime + used.ru_stime)


def walls(command: Sequence[str], given: bytes, times: int) -> list[float]:
    """Seconds from a command's start to its end, as a person waits for it."""
    found = []
    for _ in range(times):
        started = time.perf_counter()
        subprocess.run(command, input=given, stdout=subprocess.DEVNULL, check=True)
        found.append(time.perf_counter() - started)
    return found


@dataclass(frozen=True)
class Taken:
    """Milliseconds of wall and of processor time, of each piece of work alone."""

    wall: tuple[float, ...]
    cpu: tuple[float, ...]

    @property
    def cpu_ms(self) -> float:
        """On average."""
        return sum(self.cpu) / len(self.cpu)

    def only(self, which: Sequence[int]) -> "Taken":
        """Those that stand at these places."""
        return Taken(tuple(self.wall[n] for n in which), tuple(self.cpu[n] for n in which))


def share(times: Sequence[float], percent: int) -> float:
    """The time within which so many of a hundred ended."""
    return sorted(times)[min(len(times) - 1, len(times) * percent // 100)]


def taken(works: Iterable[Callable[[], object]], rounds: int) -> Taken:
    """Each piece of work `rounds` times; of its rounds the quickest, since what disturbs one makes it slower."""
    each = [min(_both(work) for _ in range(rounds)) for work in works]
    return Taken(tuple(wall for wall, _ in each), tuple(cpu for _, cpu in each))


def often(work: Callable[[], object], times: int) -> Taken:
    """One piece of work so many times, with what disturbed it: as people wait for it."""
    each = [_both(work) for _ in range(times)]
    return Taken(tuple(wall for wall, _ in each), tuple(cpu for _, cpu in each))


def _both(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
