"""Keeping child processes alive until we are told to stop."""

import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field

from .leash import environment
from .progress import say

PATIENCE = 20.0
LONGEST_PAUSE = 30.0


@dataclass
class Child:
    """One command of ours in a process of its own; a dead one is started again after a growing pause."""

    name: str
    arguments: list[str]
    process: subprocess.Popen[bytes] | None = None
    deaths: int = 0
    started_at: float = 0.0
    restart_at: float = 0.0

    def start(self) -> None:
        # A session of its own: Ctrl-C reaches us alone, and we stop the children in order.
        command = [sys.executable, "-m", "tocsin.cli.main", *self.arguments]
        self.process = subprocess.Popen(command, env=environment(), start_new_session=True)
        self.started_at = time.monotonic()

    def look_after(self) -> None:
        if self.process is None:
            if time.monotonic() >= self.restart_at:
                self.start()
        elif self.process.poll() is not None:
            self._mourn(self.process.returncode)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _mourn(self, code: int) -> None:
        self.deaths = 1 if time.monotonic() - self.started_at > LONGEST_PAUSE else self.deaths + 1
        pause = min(LONGEST_PAUSE, 2.0 ** (self.deaths - 1) - 1)
        say(f"The {self.name} ended ({code}); starting it again in {pause:.0f} s.")
        self.process, self.restart_at = None, time.monotonic() + pause


@dataclass
class Supervisor:
    """Starts all, restarts the dead, stops all on SIGINT or SIGTERM."""

    children: list[Child]
    stopping: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.stopping.set())
        for child in self.children:
            child.start()

    def run(self) -> None:
        """Returns when told to stop and every child has ended."""
        while not self.stopping.wait(0.2):
            self.look_after()
        self.stop()

    def look_after(self) -> None:
        for child in self.children:
            child.look_after()

    def stop(self) -> None:
        for child in self.children:
            child.stop()
        until = time.monotonic() + PATIENCE
        for child in self.children:
            child.wait(max(0.1, until - time.monotonic()))
