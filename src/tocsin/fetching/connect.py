"""A name resolved once, judged, and connected to at just that address, so that it cannot change in between."""

import socket
import time
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from threading import Thread

from tocsin.fetching.place import SAVE, Place
from tocsin.fetching.public import is_public
from tocsin.intake.errors import NotFetched

Resolver = Callable[[str, int], Sequence[str]]  # name, port -> literal addresses; raises OSError
Connector = Callable[
    [str, int, float], socket.socket
]  # literal address, port, seconds -> socket; raises OSError


def resolve(name: str, port: int) -> Sequence[str]:
    """By the system's own resolver."""
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in found]


def connected(address: str, port: int, seconds: float) -> socket.socket:
    return socket.create_connection((address, port), timeout=seconds)


def left(until: float) -> float:
    """Seconds. Raises `NotFetched` where none are left."""
    seconds = until - time.monotonic()
    if seconds <= 0:
        raise NotFetched(f"its server did not answer in time; try again later, or {SAVE}")
    return seconds


def pinned(where: Place, resolver: Resolver, until: float) -> str:
    """The first of the server's addresses. Raises `NotFetched` unless every one of them is public."""
    addresses = _resolved(where, resolver, left(until))
    if not addresses:
        raise NotFetched(f"there is no server {where.host}; check the address")
    if not all(is_public(address) for address in addresses):
        raise NotFetched(f"{where.host} stands in a private network, where nothing is fetched from; {SAVE}")
    return addresses[0]


def _resolved(where: Place, resolver: Resolver, seconds: float) -> Sequence[str]:
    """In a thread of its own, since the system's resolver knows no time limit."""
    found: SimpleQueue[Sequence[str] | Exception] = SimpleQueue()

    def look_up() -> None:
        try:
            found.put(resolver(where.host, where.port))
        except (OSError, UnicodeError) as error:
            found.put(error)

    Thread(target=look_up, daemon=True).start()
    try:
        answer = found.get(timeout=seconds)
    except Empty:
        answer = ()
    return () if isinstance(answer, Exception) else answer
