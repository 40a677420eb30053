"""A real SMTP server on loopback that takes, refuses or puts off what a test wants."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings


@dataclass
class Postbox:
    """`answers` are given one a letter; when they run out, letters are taken."""

    answers: list[str] = field(default_factory=list)
    letters: list[EmailMessage] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    url: str = ""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        answer = self.answers.pop(0) if self.answers else "250 taken"
        if answer.startswith("2"):
            letter = message_from_bytes(envelope.content, policy=policy.default)
            assert isinstance(letter, EmailMessage)
            self.letters.append(letter)
            self.senders.append(envelope.mail_from)
        return answer


class Noted(Postbox):
    """Takes every letter to `recipient`, and keeps of it who wrote and its Message-ID: whole ones would fill the memory."""

    def __init__(self, recipient: str = "london@embassy.example") -> None:
        super().__init__()
        self.recipient = recipient
        self.came: list[tuple[str, str]] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        heads = BytesHeaderParser(policy=policy.default).parsebytes(envelope.content)
        # Many letters raise an alarm: what tells the desk of it is no letter.
        if heads["To"] == self.recipient:
            self.came.append((str(heads["Reply-To"]), str(heads["Message-ID"])))
        return "250 taken"

    def names(self) -> dict[str, set[str]]:
        """Under which Message-IDs the letter of each came."""
        found: dict[str, set[str]] = {}
        for writer, message_id in self.came:
            found.setdefault(writer, set()).add(message_id)
        return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def mail_server(*answers: str, into: Postbox | None = None) -> Iterator[Postbox]:
    """Mail is set up to this server as long as the block lasts."""
    postbox = into or Postbox(list(answers))
    server = Controller(postbox, hostname="127.0.0.1", port=free_port())
    server.start()
    try:
        postbox.url = f"smtp://127.0.0.1:{server.port}"
        with override_settings(SMTP_URL=postbox.url, MAIL_FROM="Appeals <letters@appeals.example>"):
            yield postbox
    finally:
        server.stop()
