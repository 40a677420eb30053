"""One request and the beginning of its answer, over a connection to a pinned address."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from threading import Timer

from tocsin.fetching.answer import PAGES, Answer, Wanted, read_answer
from tocsin.fetching.connect import Connector, left
from tocsin.fetching.place import SAVE, Place
from tocsin.intake.errors import NotFetched

HEADERS = {
    "User-Agent": "Tocsin",
    "Accept-Encoding": "identity",
    "Connection": "close",
}


def ask(where: Place, address: str, connector: Connector, until: float, wanted: Wanted = PAGES) -> Answer:
    """Raises `NotFetched` or `TooLarge`."""
    try:
        with _open(where, address, connector, until) as line:
            connection = HTTPConnection(where.host, where.port)
            connection.auto_open = 0  # this socket and no other
            connection.sock = line
            connection.putrequest("GET", where.target, skip_host=True, skip_accept_encoding=True)
            headers = {"Host": where.authority, "Accept": wanted.accept, **HEADERS, **dict(wanted.conditions)}
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            answer = read_answer(connection.getresponse(), wanted)
            left(until)  # a line that was cut looks like a page that has ended
            return answer
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or "not valid"
        raise NotFetched(f"the certificate of {where.host} cannot be trusted ({reason}); {SAVE}") from None
    except (OSError, HTTPException, ValueError):
        left(until)
        raise NotFetched(
            f"{where.host} did not answer as a web server should; try again, or {SAVE}"
        ) from None


@contextmanager
def _open(where: Place, address: str, connector: Connector, until: float) -> Iterator[socket.socket]:
    """A socket that is cut when the time is over, however slowly the other side drips."""
    line = connector(address, where.port, left(until))
    try:
        line.settimeout(left(until))
        if where.scheme == "https":
            context = ssl.create_default_context()
            line = context.wrap_socket(line, server_hostname=where.host, do_handshake_on_connect=False)
        with cut_at(line, until):
            if isinstance(line, ssl.SSLSocket):
                line.do_handshake()
            yield line
    finally:
        line.close()


@contextmanager
def cut_at(line: socket.socket, until: float) -> Iterator[None]:
    """Ends whatever waits on the line when the time is over."""
    cut = Timer(left(until), _cut, [line])
    cut.daemon = True
    cut.start()
    try:
        yield
    finally:
        cut.cancel()


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
