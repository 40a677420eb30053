"""A new version is taken into use while people write, and they notice nothing."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.browser import Browser
from tests.cli.running import TOCSIN, environment, free_port
from tests.patience import PATIENCE, wait_until

pytestmark = pytest.mark.long


@contextmanager
def serving(data: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    command = [*TOCSIN, "serve", "--workers", "1", "--port", str(port), "--data", str(data)]
    server = subprocess.Popen(command, env=environment())
    try:
        wait_until(lambda: answers(port))
        yield server
    finally:
        server.terminate()
        assert server.wait(PATIENCE) == 0


def answers(port: int) -> bool:
    try:
        return Browser(f"http://127.0.0.1:{port}").get("/safety")[0] == 200
    except OSError:
        return False


def processes(server: subprocess.Popen[bytes]) -> set[str]:
    return set(Path(f"/proc/{server.pid}/task/{server.pid}/children").read_text().split())


def test_a_reload_loses_no_request(fresh: Path) -> None:
    """With one process even its last one: what comes while nobody listens waits."""
    port, over, heard = free_port(), threading.Event(), []

    def ask() -> None:
        while not over.is_set():
            heard.append(answers(port))

    with serving(fresh, port) as server:
        before = processes(server)
        askers = [threading.Thread(target=ask) for _ in range(3)]
        for asker in askers:
            asker.start()
        os.kill(server.pid, signal.SIGHUP)
        wait_until(lambda: not processes(server) & before)
        asked_before = len(heard)
        wait_until(lambda: len(heard) > asked_before + 5)
        over.set()
        for asker in askers:
            asker.join()
    # Rarely one connection is reset in the last moment of the old process; browsers ask again by themselves.
    assert heard.count(False) <= 1
