"""Somebody who reads one page again and again over one connection, as a browser would ask for it."""

import re
import socket
import time

from tocsin.benches.servers import Server

_LENGTH = re.compile(rb"\r\ncontent-length: *([0-9]+)", re.IGNORECASE)


def cpu_ms_a_read(server: Server, path: str, times: int) -> tuple[float, list[float]]:
    """Milliseconds of the server's processor a read, and how long each was waited for, in milliseconds."""
    with socket.create_connection(("127.0.0.1", server.port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        request = _request(server, path)
        for _ in range(100):
            _read(connection, request)
        before, waited = server.cpu_seconds(), []
        for _ in range(times):
            started = time.perf_counter()
            _read(connection, request)
            waited.append((time.perf_counter() - started) * 1000)
        return (server.cpu_seconds() - before) * 1000 / times, waited


def _request(server: Server, path: str) -> bytes:
    lines = (
        f"GET {path} HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}",
        "Accept-Encoding: gzip",
        "Accept-Language: en-GB,en;q=0.8",
    )
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def _read(connection: socket.socket, request: bytes) -> None:
    """Raises RuntimeError where the answer is not the page."""
    connection.sendall(request)
    got = b""
    while b"\r\n\r\n" not in got:
        got += _more(connection)
    head, _, body = got.partition(b"\r\n\r\n")
    found = _LENGTH.search(head)
    if not head.startswith(b"HTTP/1.1 200") or found is None:
        raise RuntimeError(head.decode("latin-1"))
    left = int(found[1]) - len(body)
    while left > 0:
        left -= len(_more(connection))


def _more(connection: socket.socket) -> bytes:
    part = connection.recv(1 << 18)
    if not part:
        raise RuntimeError("the server ended the connection")
    return part
