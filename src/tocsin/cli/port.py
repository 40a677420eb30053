"""Whether we may serve on a port, asked before anything else is done; and whether we do."""

import errno
import socket
import threading
import time
from collections.abc import Callable

from .refusals import Refusal


def require_free_port(host: str, port: int, patience: float = 0) -> None:
    """Ends with one sentence and exit code 2 where the port cannot be had, also after `patience` seconds."""
    until = time.monotonic() + patience
    while fault := _fault(host, port):
        if time.monotonic() >= until:
            raise Refusal(_sentence(host, port, fault))
        time.sleep(0.1)


def _fault(host: str, port: int) -> OSError | None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as fault:
            return fault
    return None


def _sentence(host: str, port: int, fault: OSError) -> str:
    if fault.errno == errno.EADDRINUSE:
        return f"Port {port} is busy. Stop what runs there, or choose another: --port {port + 1}"
    if fault.errno == errno.EACCES:
        return f"Port {port} needs more rights than you have. Choose one above 1023: --port 8000"
    return f"Cannot listen on {host}, port {port}: {fault.strerror}. Choose another with --host and --port."


def wait_until_open(host: str, port: int, stopping: threading.Event, meanwhile: Callable[[], None]) -> bool:
    """True as soon as somebody listens; False if we are told to stop before."""
    while not stopping.is_set():
        if _answers(host, port):
            return True
        meanwhile()
        stopping.wait(0.05)
    return False


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((_reachable(host), port), timeout=1) as connection:
            # Where nobody listens on a port of the upper range, a connection may meet itself.
            return connection.getsockname() != connection.getpeername()
    except OSError:
        return False


def _reachable(host: str) -> str:
    """Where a server that listens on every address is met from this machine."""
    return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
