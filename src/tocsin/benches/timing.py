"""Processor time of one piece of work, the same on a busy machine and on an idle one; the wall's time of a command."""

import subprocess
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


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
