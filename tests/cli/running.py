"""`tocsin up` as somebody types it: in a process and a data folder of its own."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.patience import PATIENCE

TOCSIN = [sys.executable, "-m", "tocsin.cli.main"]


def free_port() -> int:
    """Below the range that connections take theirs from: there, one to a port that nobody serves may meet itself."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TOCSIN_", "DJANGO_"))}
    return {**kept, "PYTHONUNBUFFERED": "1"}


def tocsin(*arguments: object, **settings: str) -> subprocess.CompletedProcess[str]:
    """One command, run to its end; settings are environment variables."""
    command = [*TOCSIN, *map(str, arguments)]
    return subprocess.run(
        command,
        env={**environment(), **settings},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@dataclass
class Up:
    process: subprocess.Popen[str]
    port: int
    printed: str

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def desk_link(self) -> str:
        found = re.search(r"http\S+/desk/\S+", self.printed)
        assert found is not None, self.printed
        return found[0]

    def children(self) -> dict[str, int]:
        """The process numbers of site and worker."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        commands = {number: Path(f"/proc/{number}/cmdline").read_text().split("\0") for number in listed}
        return {words[3]: int(number) for number, words in commands.items() if len(words) > 3}

    def stop(self, number: signal.Signals = signal.SIGINT) -> int:
        """Asks it to stop; what it still prints is added to `printed`."""
        self.process.send_signal(number)
        rest, _ = self.process.communicate(timeout=PATIENCE)
        self.printed += rest
        return self.process.returncode


@contextmanager
def up(data: Path, *files: Path, port: int | None = None, **settings: str) -> Iterator[Up]:
    """A site that is served, its addresses printed; settings are environment variables."""
    port = port or free_port()
    command = [*TOCSIN, "up", "--port", str(port), "--data", str(data), *map(str, files)]
    process = subprocess.Popen(
        command,
        env={**environment(), **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    running = Up(process, port, "")
    try:
        assert process.stdout is not None
        for line in process.stdout:
            running.printed += line
            if line.startswith("Listening"):
                break
        else:
            raise AssertionError(f"up ended: {running.printed}")
        yield running
    finally:
        if process.poll() is None:
            running.stop()
        # pytest shows it where the test failed.
        print(running.printed)
