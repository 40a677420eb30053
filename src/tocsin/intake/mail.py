"""Mails and mailboxes -> subject, sender, day, words; attachments are handed on as files of their own."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Empty, Overblown
from tocsin.intake.extracted import Enclosed, Extracted, Piece
from tocsin.intake.html import page_text
from tocsin.intake.mail_parts import is_file, leaves

MOST_PARTS, MOST_ATTACHMENTS, MOST_MAILS, DEEPEST = 200, 20, 200, 10
LONGEST_NAME = 100
SHOWN = ("From", "Date")
_NEW_MAIL = re.compile(rb"(?:\A|\n\r?\n)From [^\r\n]{3,200}\r?\n(?=[!-9;-~]+:)")
_SILENT = frozenset({"application/pgp-signature", "application/pkcs7-signature", "text/calendar"})


def mail_pieces(data: bytes) -> list[Piece]:
    """Raises `Overblown` or `Empty`."""
    return _checked(list(_mail(_parsed(data), 0)))


def mbox_pieces(data: bytes) -> list[Piece]:
    """All mails of a mailbox, the newest first. Raises `Overblown` or `Empty`."""
    newest_first = sorted(_mails(data), key=lambda mail: _sent(mail) or "", reverse=True)
    return _checked([piece for mail in newest_first for piece in _mail(mail, 0)])


def mail_pages(data: bytes) -> Iterator[str]:
    """The HTML of a mail or a mailbox and of the mails inside, also beside the same as plain text. Raises `Overblown`."""
    for mail in _mails(data) if data.startswith(b"From ") else (_parsed(data),):
        for part in mail.walk():
            if part.get_content_type() == "text/html" and not is_file(part):
                yield decode(_bytes(part), is_html=True, declared=part.get_content_charset())[0]


def _mails(data: bytes) -> list["Message[str, str]"]:
    starts = [match.end() for match in _NEW_MAIL.finditer(data)]
    if len(starts) > MOST_MAILS:
        raise Overblown(f"a mailbox of more than {MOST_MAILS} mails; save those of the appeal alone")
    ends = [match.start() for match in _NEW_MAIL.finditer(data)][1:]
    return [_parsed(data[start:end]) for start, end in zip(starts, [*ends, len(data)], strict=True)]


def _parsed(data: bytes) -> "Message[str, str]":
    if data.count(b"boundary") > MOST_PARTS // 2 or data.count(b"message/rfc822") > MOST_PARTS // 2:
        raise Overblown("a mail of too many nested parts; open it and save its text as plain text")
    return message_from_bytes(data)


def _checked(pieces: list[Piece]) -> list[Piece]:
    if sum(isinstance(piece, Enclosed) for piece in pieces) > MOST_ATTACHMENTS:
        raise Overblown(f"it has more than {MOST_ATTACHMENTS} attachments; save those of the appeal as files")
    if not pieces:
        raise Empty("a mail without words; open it and save its text")
    return pieces


def _mail(mail: "Message[str, str]", depth: int) -> Iterator[Piece]:
    if depth > DEEPEST:
        raise Overblown(
            "mails are nested in it deeper than anybody forwards them; save its text as plain text"
        )
    if not mail.get("Snapshot-Content-Location"):  # a web page that a browser saved has no sender
        yield Extracted(_heading(mail), _sent(mail))
    body = _body(mail)
    if body is not None:
        yield _words(body)
    for part in _others(mail, body):
        yield from _attached(part, depth)


def _heading(mail: "Message[str, str]") -> str:
    """The subject on a line of its own, then who wrote to whom and when."""
    lines = [f"{name}: {_header(mail, name)}" for name in SHOWN if _header(mail, name)]
    return "\n\n".join(part for part in (_header(mail, "Subject"), "\n".join(lines)) if part)


def _header(mail: "Message[str, str]", name: str) -> str:
    """Decoded, on one line; as it stands where it cannot be decoded."""
    raw = str(mail.get(name, ""))
    try:
        pieces = decode_header(raw)
    except (HeaderParseError, ValueError):
        return " ".join(raw.split())
    words = (
        _decoded(piece, charset) if isinstance(piece, bytes) else str(piece) for piece, charset in pieces
    )
    return " ".join(" ".join(words).split())


def _decoded(data: bytes, charset: str | None) -> str:
    return decode(data, is_html=False, declared=charset)[0]


def _sent(mail: "Message[str, str]") -> str | None:
    """The day of the Date header, where the sender was."""
    try:
        day: datetime = parsedate_to_datetime(str(mail.get("Date", "")))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return day.date().isoformat() if 1970 <= day.year <= 2100 else None


def _body(mail: "Message[str, str]") -> "Message[str, str] | None":
    """Plain text, or HTML where the plain text is only a stub of it."""
    inline = [part for part in leaves(mail) if not is_file(part)]
    plain = next((part for part in inline if part.get_content_type() == "text/plain"), None)
    page = next((part for part in inline if part.get_content_type() == "text/html"), None)
    if plain is None or page is None:
        return plain or page
    return plain if len(_words(plain).text) * 3 >= len(_words(page).text) else page


def _words(part: "Message[str, str]") -> Extracted:
    data = _bytes(part)
    is_html = part.get_content_type() == "text/html"
    text, charset = decode(data, is_html, declared=part.get_content_charset())
    if is_html:
        page = page_text(text)
        return Extracted(page.text, None, page.notes, charset)
    return Extracted(text.replace("\r\n", "\n").strip("\n"), charset=charset)


def _bytes(part: "Message[str, str]") -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _others(mail: "Message[str, str]", body: "Message[str, str] | None") -> Iterator["Message[str, str]"]:
    """What is neither the body nor its other version nor a signature."""
    versions = {
        id(leaf)
        for part in mail.walk()
        if part.get_content_type() == "multipart/alternative"
        for leaf in leaves(part)
        if not is_file(leaf) and leaf.get_content_maintype() == "text"
    }
    for part in leaves(mail):
        if part is not body and id(part) not in versions and part.get_content_type() not in _SILENT:
            yield part


def _attached(part: "Message[str, str]", depth: int) -> Iterator[Piece]:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        for mail in inner if isinstance(inner, list) else ():
            if isinstance(mail, Message):
                yield from _mail(mail, depth + 1)
    elif part.get_content_maintype() == "text" and not is_file(part):
        yield _words(part)
    elif data := _bytes(part):
        yield Enclosed(_file_name(part), data)


def _file_name(part: "Message[str, str]") -> str:
    name = " ".join(_decoded_name(part).split())
    return name[:LONGEST_NAME] or f"a file of the kind {part.get_content_type()}"


def _decoded_name(part: "Message[str, str]") -> str:
    try:
        name = str(part.get_filename() or "")
        words = (_decoded(p, c) if isinstance(p, bytes) else str(p) for p, c in decode_header(name))
        return "".join(words)
    except (HeaderParseError, ValueError, LookupError):
        return ""
