"""A real IMAP server (pymap) on this machine, and one that lies; names that lead to them."""

import imaplib
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from threading import Thread

from tests.patience import wait_until

CERTIFICATE = Path(__file__).parent / "mail.example.pem"
PUBLIC = "93.184.215.15"
HOST, USER, PASSWORD = "mail.example", "appeals", "a password of tests"
ADDRESS = f"imap://{USER}@{HOST}/INBOX"


class Mailbox:
    """`context` trusts the certificate of the tests; `reached` are the pinned addresses."""

    def __init__(self, port: int) -> None:
        self.port, self.reached = port, []
        self.context = ssl.create_default_context(cafile=CERTIFICATE)

    def resolver(self, name: str, _port: int) -> list[str]:
        return [PUBLIC] if name == HOST else []

    def connector(self, address: str, port: int, seconds: float) -> socket.socket:
        self.reached.append((address, port))
        return socket.create_connection(("127.0.0.1", self.port), timeout=seconds)

    def client(self) -> imaplib.IMAP4:
        client = imaplib.IMAP4("127.0.0.1", self.port)
        client.login(USER, PASSWORD)
        return client

    def put(self, *mails: bytes) -> None:
        client = self.client()
        for mail in mails:
            assert client.append("INBOX", "", imaplib.Time2Internaldate(0), mail)[0] == "OK"
        client.logout()

    def flags(self) -> list[bytes]:
        client = self.client()
        client.select("INBOX", readonly=True)
        found = client.uid("FETCH", "1:*", "(FLAGS)")[1]
        client.logout()
        return [row for row in found if row]


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


@contextmanager
def real_mailbox() -> Iterator[Mailbox]:
    """pymap with STARTTLS and an empty INBOX."""
    port = free_port()
    program = "from pymap.main import main; main()"
    given = [
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--cert",
        str(CERTIFICATE),
        "--key",
        str(CERTIFICATE),
    ]
    login = ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
    server = subprocess.Popen([sys.executable, "-c", program, "--no-service", "admin", *given, *login])
    try:
        wait_until(partial(_is_open, port))
        yield Mailbox(port)
    finally:
        server.kill()
        server.wait()


def _is_open(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


@contextmanager
def lying_mailbox(talk: Callable[[socket.socket], None], encrypted: bool = True) -> Iterator[Mailbox]:
    """`talk` has the line to itself, within TLS where `encrypted`."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def serve() -> None:
            with suppress(OSError):
                line, _ = listening.accept()
                with line, context.wrap_socket(line, server_side=True) if encrypted else line as inner:
                    talk(inner)

        Thread(target=serve, daemon=True).start()
        yield Mailbox(listening.getsockname()[1])


def script(*answers: str) -> Callable[[socket.socket], None]:
    """Greets, then says one answer a command, with the command's own tag in place of TAG."""

    def talk(line: socket.socket) -> None:
        line.sendall(b"* OK [CAPABILITY IMAP4rev1] ready\r\n")
        for answer in answers:
            tag = line.recv(65536).split(b" ", 1)[0].decode()
            line.sendall(answer.replace("TAG", tag).encode())

    return talk
