"""New mails of a mailbox over IMAP: read, never marked, moved or deleted. Encrypted, or not at all."""

import imaplib
import re
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from tocsin.fetching.ask import cut_at
from tocsin.fetching.connect import Connector, Resolver, connected, left, pinned, resolve
from tocsin.fetching.mailbox_address import MailboxAddress
from tocsin.intake.errors import NotFetched
from tocsin.intake.files import MOST_BYTES

SECONDS = 60.0
MOST_MAILS = 20
MOST_TOGETHER = 30 * 2**20
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


@dataclass(frozen=True)
class Mail:
    """Of a mail that is larger than a report may be `data` is empty, or its beginning; `size` is in bytes."""

    uid: int
    data: bytes
    size: int


@dataclass(frozen=True)
class Mails:
    """`validity` is the mailbox's own sign for its numbering; `is_all` is false where more wait."""

    validity: int
    mails: tuple[Mail, ...]
    is_all: bool


class _Line(imaplib.IMAP4):
    """IMAP over a socket that was opened elsewhere, to an address that was judged."""

    def __init__(self, line: socket.socket, host: str) -> None:
        self._opened = line
        super().__init__(host)

    def _create_socket(self, timeout: float | None = None) -> socket.socket:
        return self._opened

    def read(self, size: int) -> bytes:
        if size > MOST_BYTES * 2:
            raise self.abort("a mail larger than its server said")
        return super().read(size)


def new_mails(
    box: MailboxAddress,
    password: str,
    validity: int = 0,
    after: int = 0,
    resolver: Resolver = resolve,
    connector: Connector = connected,
    context: ssl.SSLContext | None = None,
    seconds: float = SECONDS,
    head: int = 0,
) -> Mails:
    """The next mails whose number is above `after`, or all from the first where the mailbox was numbered anew.

    `head`: so many bytes of a mail that is too large are read all the same.
    Raises `NotFetched`, in words for people. Tests hand in `resolver`, `connector` and `context`.
    """
    until = time.monotonic() + seconds
    address = pinned(box.place, resolver, until)
    try:
        with _signed_in(box, password, address, connector, context, until) as client:
            now = _select(client, box.folder)
            return _fetched(client, now, after if now == validity else 0, head)
    except ssl.SSLCertVerificationError as error:
        reason = error.verify_message or "not valid"
        raise NotFetched(f"the certificate of {box.host} cannot be trusted ({reason})") from None
    except ssl.SSLError:
        raise NotFetched(
            f"{box.host} offers no encryption, or none that is safe; nothing was said to it"
        ) from None
    except (imaplib.IMAP4.error, OSError, ValueError, IndexError, TypeError):
        left(until)
        raise NotFetched(f"{box.host} did not answer as a mailbox should; it is tried again") from None


@contextmanager
def _signed_in(
    box: MailboxAddress,
    password: str,
    address: str,
    connector: Connector,
    context: ssl.SSLContext | None,
    until: float,
) -> Iterator[_Line]:
    context = context or ssl.create_default_context()
    line = connector(address, box.place.port, left(until))
    try:
        line.settimeout(left(until))
        with cut_at(line, until):
            if box.scheme == "imaps":
                line = context.wrap_socket(line, server_hostname=box.host)
            client = _Line(line, box.host)
            if box.scheme == "imap":
                _encrypt(client, context)
            _log_in(client, box, password)
            yield client
            with suppress(imaplib.IMAP4.error, OSError):
                client.logout()
    finally:
        line.close()


def _encrypt(client: _Line, context: ssl.SSLContext) -> None:
    if "STARTTLS" not in client.capabilities:
        raise NotFetched(f"{client.host} offers no encryption; nothing was said to it")
    client.starttls(context)


def _log_in(client: _Line, box: MailboxAddress, password: str) -> None:
    try:
        client.login(box.user, password)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        raise NotFetched(f"{box.host} refuses the name {box.user} or its password") from None
    except UnicodeEncodeError:
        raise NotFetched("the password has letters beyond ASCII, which this way in cannot send") from None


def _select(client: _Line, folder: str) -> int:
    """For looking only; the sign of its numbering."""
    said, _found = client.select(f'"{folder}"', readonly=True)
    if said != "OK":
        raise NotFetched(f"there is no folder {folder} in this mailbox")
    return int((client.response("UIDVALIDITY")[1] or [b"0"])[0])


def _fetched(client: _Line, validity: int, after: int, head: int) -> Mails:
    said, found = client.uid("SEARCH", f"UID {after + 1}:*")
    if said != "OK":
        raise NotFetched("its server does not say which mails are new")
    # 'n:*' names the last mail even where it is below n.
    uids = sorted({int(uid) for uid in (found[0] or b"").split()})
    new = [uid for uid in uids if uid > after]
    mails: list[Mail] = []
    for uid in new[:MOST_MAILS]:
        if sum(len(mail.data) for mail in mails) > MOST_TOGETHER:
            break
        mails.append(_mail(client, uid, head))
    return Mails(validity, tuple(mails), len(mails) == len(new))


def _mail(client: _Line, uid: int, head: int) -> Mail:
    """One that went away in the meantime is empty and of no size."""
    sizes = _SIZE.search(b" ".join(_flat(client.uid("FETCH", str(uid), "(RFC822.SIZE)"))))
    size = int(sizes[1]) if sizes else 0
    is_large = size > MOST_BYTES
    if not size or (is_large and not head):
        return Mail(uid, b"", size)
    wanted = f"(BODY.PEEK[]<0.{head}>)" if is_large else "(BODY.PEEK[])"
    found = client.uid("FETCH", str(uid), wanted)[1]
    data = next((part[1] for part in found if isinstance(part, tuple)), b"")
    return Mail(uid, data if len(data) <= MOST_BYTES else b"", max(size, len(data)))


def _flat(answer: tuple[str, list[Any]]) -> list[bytes]:
    return [part if isinstance(part, bytes) else part[0] for part in answer[1] if part]
