"""A server in a process of its own, and the processor time that it took."""

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
_TICKS = os.sysconf("SC_CLK_TCK")


class Server:
    def __init__(self, process: int, port: int) -> None:
        self.process, self.port = process, port

    def cpu_seconds(self) -> float:
        """Of the process and all that it started."""
        return sum(map(_cpu_of, _family(self.process))) / _TICKS


@contextmanager
def ours(workers: int = 1) -> Iterator[Server]:
    """`tocsin serve` with so many processes that answer, on the data of the bench."""
    port = free_port()
    command = [
        sys.executable,
        "-m",
        "tocsin.cli.main",
        "serve",
        "--port",
        str(port),
        "--workers",
        str(workers),
    ]
    with _running(command, port) as server:
        yield server


@contextmanager
def nginx(configuration: str, port: int, folder: Path) -> Iterator[Server]:
    """nginx with one process that answers; `configuration` is what stands inside `http`."""
    kept = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    user = "user root;" if os.geteuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(
        f"{user} pid {folder}/pid; daemon off; worker_processes 1; events {{ }}\nhttp {{ {kept} keepalive_requests 1000000;\n"
        f"{configuration}\n}}\n"
    )
    with _running(
        [str(NGINX), "-p", str(folder), "-c", str(file), "-e", str(folder / "faults")], port
    ) as server:
        yield server


@contextmanager
def _running(command: list[str], port: int) -> Iterator[Server]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        wait_until_open(port, process)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(20)


def wait_until_open(port: int, process: "subprocess.Popen[Any]") -> None:
    """Returns as soon as somebody listens. Raises RuntimeError where the process ended first."""
    pause = threading.Event()
    while process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            pause.wait(0.05)
        else:
            return
    raise RuntimeError(f"the server ended by itself: {process.returncode}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _family(process: int) -> Iterator[int]:
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        for child in children.read_text().split():
            yield from _family(int(child))


def _cpu_of(process: int) -> int:
    """User and system time in ticks (proc(5): fields 14 and 15)."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])
