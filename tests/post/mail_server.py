"""A real SMTP server on loopback that can be told to misbehave."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

CERTIFICATE = Path(__file__).parent / "server" / "certificate.pem"
KEY = Path(__file__).parent / "server" / "key.pem"


@dataclass
class Behaviour:
    """What the server answers, and what it was given. An answer of None breaks the connection."""

    mail: str = "250 ok"
    recipients: dict[str, str] = field(default_factory=dict)
    data: str | None = "250 accepted"
    eight_bit: bool = True
    accounts: dict[bytes, bytes] = field(default_factory=dict)
    letters: list[tuple[str, list[str], bytes]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, host: str, answers: list[str]
    ) -> list[str]:
        session.host_name = host
        return [line for line in answers if self.eight_bit or "8BITMIME" not in line]

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.mail

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        answer = self.recipients.get(address, "250 ok")
        if answer.startswith("2"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.data is None:
            assert server.transport is not None
            server.transport.abort()
            return "421 gone"
        if self.data.startswith("2"):
            content = envelope.original_content or b""
            self.letters.append((envelope.mail_from or "", list(envelope.rcpt_tos), content))
            self.encrypted.append(session.ssl is not None)
        return self.data

    def authenticate(
        self, server: Any, session: Any, envelope: Any, mechanism: Any, login: Any
    ) -> AuthResult:
        return AuthResult(success=self.accounts.get(login.login) == login.password, handled=False)


@contextmanager
def running(behaviour: Behaviour, **options: Any) -> Iterator[int]:
    """The port of a server that behaves so; options go to aiosmtpd."""
    controller = Controller(behaviour, hostname="127.0.0.1", port=free_port(), **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()


@contextmanager
def silent() -> Iterator[int]:
    """The port of a server that takes connections and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        yield port


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def tls() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(CERTIFICATE, KEY)
    return context
