"""An answer as it came by mail: its head and its words. Files that hang on it are listed, never opened.

Only what Python itself parses is parsed here, and HTML only down to its words: a stranger may write to this address.
"""

import hashlib
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser

from tocsin.intake.charsets import decode
from tocsin.intake.mail_parts import is_file, leaves
from tocsin.intake.storable import storable
from tocsin.intake.stumbles import STUMBLES

from .html_words import html_words

LONGEST_TEXT = 100_000
LONGEST_LINE = 300
MOST_FILES = 100
# Where the address stands to which it was sent; servers differ.
_TO = ("to", "cc", "delivered-to", "x-original-to", "envelope-to", "x-envelope-to", "x-rcpt-to")


@dataclass(frozen=True)
class File:
    """`size` in bytes; `sha256` is empty where the mail was cut within it."""

    name: str
    type: str
    size: int
    sha256: str

    def plain(self) -> dict[str, str | int]:
        return {"name": self.name, "type": self.type, "size": self.size, "sha256": self.sha256}


@dataclass(frozen=True)
class ReadMail:
    """`to` is the text in which a token of ours may stand. `is_text_cut`: the words were longer than we keep.

    `is_read`: false where the words, or all of it, could not be read.
    """

    sender: str = ""
    subject: str = ""
    to: str = ""
    text: str = ""
    files: tuple[File, ...] = field(default=())
    is_automatic: bool = False
    is_text_cut: bool = False
    message_id: str = ""
    is_read: bool = True


def read_mail(data: bytes, is_cut: bool = False) -> ReadMail:
    """Whatever can be read of it; `is_cut`: the end is missing. Never raises."""
    try:
        return _read(message_from_bytes(data), is_cut)
    except STUMBLES:
        return _head_alone(data)


def _head_alone(data: bytes) -> ReadMail:
    """Which letter it answers may be known all the same."""
    try:
        return replace(_head(BytesHeaderParser().parsebytes(data)), is_read=False)
    except STUMBLES:
        return ReadMail(is_read=False)


def _head(mail: Message) -> ReadMail:
    return ReadMail(
        sender=_line(mail, "From"),
        subject=_line(mail, "Subject"),
        to=" ".join(str(value) for name in _TO for value in mail.get_all(name, [])),
        is_automatic=_is_automatic(mail),
        message_id=_line(mail, "Message-ID"),
    )


def _read(mail: Message, is_cut: bool) -> ReadMail:
    found = list(leaves(mail))
    body = _body(found)
    text = "\n\n".join(_words(part) for part in body)
    files = [part for part in found if _hangs_on_it(part)]
    last = found[-1] if found and is_cut else None
    return replace(
        _head(mail),
        text=text[:LONGEST_TEXT],
        files=tuple(_file(part, part is last) for part in files[:MOST_FILES]),
        is_text_cut=len(text) > LONGEST_TEXT or (last is not None and last in body),
    )


def _body(found: list[Message]) -> list[Message]:
    """All plain text that says something, else the first HTML."""
    inline = [part for part in found if not is_file(part)]
    plain = [part for part in inline if part.get_content_type() == "text/plain" and _words(part).strip()]
    pages = [part for part in inline if part.get_content_type() == "text/html"]
    return plain or pages[:1]


def _hangs_on_it(part: Message) -> bool:
    """Text without a name is the words themselves, or another form of them."""
    return is_file(part) or part.get_content_maintype() not in ("text", "multipart")


def _words(part: Message) -> str:
    is_html = part.get_content_type() == "text/html"
    text = storable(decode(_bytes(part), is_html, declared=part.get_content_charset())[0])
    return storable(html_words(text)) if is_html else text.replace("\r\n", "\n").strip("\n")


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _file(part: Message, is_cut: bool) -> File:
    """A mail inside the mail is listed by its own bytes."""
    data = part.as_bytes() if part.is_multipart() else _bytes(part)
    sha256 = "" if is_cut else hashlib.sha256(data).hexdigest()
    kind = storable(part.get_content_type())[:100]
    return File(_decoded(part.get_filename() or "")[:200], kind, len(data), sha256)


def _is_automatic(mail: Message) -> bool:
    """RFC 3834, and what programs older than it write."""
    said = str(mail.get("Auto-Submitted", "no")).strip().lower()
    bulk = str(mail.get("Precedence", "")).strip().lower() in ("auto_reply", "bulk", "junk")
    older = any(mail.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Reply"))
    return not said.startswith("no") or bulk or older or mail.get_content_type() == "multipart/report"


def _line(mail: Message, name: str) -> str:
    return _decoded(str(mail.get(name, "")))[:LONGEST_LINE]


def _decoded(raw: str) -> str:
    """On one line, without control characters; as it stands where it cannot be decoded."""
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        pieces = [(raw, None)]
    words = (decode(p, False, declared=c)[0] if isinstance(p, bytes) else str(p) for p, c in pieces)
    return " ".join("".join(c if c.isprintable() else " " for c in " ".join(words)).split())
