"""One HTTP exchange under hard limits: one try, no proxy, no redirect, a cap on time and on size."""

import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from .endpoint_settings import EndpointSettings
from .errors import OpinionFailed

LARGEST_ANSWER = 2**20
OK = 200


def post(settings: EndpointSettings, path: str, body: bytes, may_leave: bool) -> bytes:
    """The body of the answer to a POST of JSON. Raises `OpinionFailed`; nothing is sent before it is sure where to."""
    ends = time.monotonic() + settings.seconds
    addresses = _addresses(settings, may_leave)
    try:
        with _connected(settings, addresses, ends) as connection:
            connection.request("POST", path, body, _headers(settings))
            answer = _answer(connection.getresponse())
    except OpinionFailed:
        raise
    except Exception as fault:
        _must_be_in_time(settings, ends)
        # Its words are left out: they may hold a header or the text.
        raise OpinionFailed(f"no answer could be had from it ({type(fault).__name__})") from None
    _must_be_in_time(settings, ends)  # an answer that was cut off may look like a short one
    return answer


def _must_be_in_time(settings: EndpointSettings, ends: float) -> None:
    if time.monotonic() >= ends:
        raise OpinionFailed(f"it did not answer within {settings.seconds:g} seconds")


def _addresses(settings: EndpointSettings, may_leave: bool) -> list[tuple[str, int]]:
    """The numeric addresses that are then used, so that what was checked is what is connected to."""
    parts = settings.parts
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise OpinionFailed("the name of its server is not known") from None
    numbers = list(dict.fromkeys(str(each[4][0]) for each in found))
    if not all(_is_this_machine(number) for number in numbers):
        _must_be_allowed(settings, may_leave)
    return [(number, port) for number in numbers]


def _is_this_machine(number: str) -> bool:
    return ipaddress.ip_address(number.partition("%")[0]).is_loopback


def _must_be_allowed(settings: EndpointSettings, may_leave: bool) -> None:
    if not settings.elsewhere:
        raise OpinionFailed("it stands on another server, which needs TOCSIN_ENDPOINT_ELSEWHERE=yes")
    if not may_leave:
        raise OpinionFailed("it stands on another server, and this text may not leave ours")
    if settings.parts.scheme != "https":
        raise OpinionFailed("it stands on another server, and its address must then begin with https://")


@contextmanager
def _connected(
    settings: EndpointSettings, addresses: list[tuple[str, int]], ends: float
) -> Iterator[http.client.HTTPConnection]:
    host = settings.parts.hostname or ""
    connection = http.client.HTTPConnection(host, settings.parts.port)
    with _opened(addresses, ends) as plain:
        if settings.parts.scheme == "https":
            with _secured(plain, host) as secure, _cut_off(secure, ends):
                secure.do_handshake()
                connection.sock = secure
                yield connection
        else:
            with _cut_off(plain, ends):
                connection.sock = plain
                yield connection


def _opened(addresses: list[tuple[str, int]], ends: float) -> socket.socket:
    """The first that answers: 'localhost' has two addresses, and a server often listens on one."""
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection(address, timeout=_left(ends))
    return socket.create_connection(addresses[-1], timeout=_left(ends))


def _left(ends: float) -> float:
    return max(0.001, ends - time.monotonic())


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    context = ssl.create_default_context()
    return context.wrap_socket(plain, server_hostname=host, do_handshake_on_connect=False)


@contextmanager
def _cut_off(connected: socket.socket, ends: float) -> Iterator[None]:
    """Ends the exchange in time, however slowly its bytes drip in: a socket's own timeout begins anew with each."""
    watch = threading.Timer(_left(ends), _shut, [connected])
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        watch.cancel()


def _shut(connected: socket.socket) -> None:
    with suppress(OSError):
        # Of the plain socket: TLS would first say goodbye, to somebody who may not listen.
        socket.socket.shutdown(connected, socket.SHUT_RDWR)


def _headers(settings: EndpointSettings) -> dict[str, str]:
    key = {"Authorization": f"Bearer {settings.key}"} if settings.key else {}
    return {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close", **key}


def _answer(answer: http.client.HTTPResponse) -> bytes:
    if 300 <= answer.status < 400:
        raise OpinionFailed("it sends us on to another address, which is not followed")
    if answer.status != OK:
        raise OpinionFailed(f"it answered with the error {answer.status}")
    body = answer.read(LARGEST_ANSWER + 1)
    if len(body) > LARGEST_ANSWER:
        raise OpinionFailed("its answer is larger than 1 MB")
    return body
