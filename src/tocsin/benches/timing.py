"""Processor time of one piece of work, the same on a busy machine and on an idle one; the wall's time of a command."""

import subprocess
import time
from collections.abc import Callable, Iterable, Sequence


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
