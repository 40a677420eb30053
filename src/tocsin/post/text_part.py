"""A text as a part of a mail: plain or HTML, in ASCII and short lines, so that no server on the way has to touch it."""

import re
from binascii import b2a_base64, b2a_qp
from functools import lru_cache
from html import escape

from tocsin.language.direction import is_right_to_left

# RFC 5322, 2.1.1: lines of no more than 78 characters, without the line break.
LONGEST_LINE = 78
# Of base64 (RFC 2045, 6.8).
_BASE64_LINE = 76
# Never in quoted-printable, and never where we send a text as it is: so it can begin a boundary (RFC 2046, 5.1.1).
_MARK = b"=_"
BOUNDARY = _MARK + b"tocsin_alternative"
_ASCII = bytes(range(128))
_PAGE = (
    '<!DOCTYPE html>\r\n<html lang="{language}" dir="{direction}">\r\n'
    '<head><meta charset="utf-8"><title></title></head>\r\n'
    "<body>\r\n{paragraphs}\r\n</body>\r\n</html>\r\n"
)
_EMPTY_LINES = re.compile(r"\r\n(?:[ \t]*\r\n)+")


def text_part(text: bytes, subtype: bytes = b"plain") -> bytes:
    """Headers and body; `text` is UTF-8 and ends with CRLF, as do all of its lines.

    Bytes beyond ASCII would be re-coded by servers that take none, which breaks a signature (RFC 6376, 5.3).
    """
    encoding, body = _encoded(text)
    return b"Content-Type: text/%b; charset=utf-8\r\nContent-Transfer-Encoding: %b\r\n\r\n%b" % (
        subtype,
        encoding,
        body,
    )


def alternative(text: bytes, html: bytes) -> bytes:
    """Headers and body of both together; a reader that shows HTML takes the last part (RFC 2046, 5.1.4)."""
    return (
        b'Content-Type: multipart/alternative; boundary="%b"\r\n\r\n' % BOUNDARY
        + b"--%b\r\n%b\r\n" % (BOUNDARY, text_part(text))
        + b"--%b\r\n%b\r\n" % (BOUNDARY, text_part(html, b"html"))
        + b"--%b--\r\n" % BOUNDARY
    )


def as_html(text: bytes, language: str) -> bytes:
    """The same words in paragraphs: nothing is added, no picture and no link, and what looks like a tag is text."""
    whole = escape(text.decode(), quote=False).strip("\r\n")
    paragraphs = [words.replace("\r\n", "<br>\r\n") for words in _EMPTY_LINES.split(whole)]
    marked = "</p>\r\n<p>".join(paragraphs)
    return _PAGE.format(
        language=escape(language), direction=_direction(language), paragraphs=f"<p>{marked}</p>"
    ).encode()


@lru_cache(maxsize=256)
def _direction(language: str) -> str:
    return "rtl" if is_right_to_left(language) else "ltr"


def _encoded(text: bytes) -> tuple[bytes, bytes]:
    beyond = len(text.translate(None, _ASCII))
    if not beyond and _MARK not in text and _longest_line(text) <= LONGEST_LINE:
        return b"7bit", text
    # The shorter of the two: quoted-printable adds two to each byte beyond ASCII, base64 a third to all.
    if beyond * 6 < len(text):
        return b"quoted-printable", b2a_qp(text, istext=True)
    return b"base64", _base64(text)


def _longest_line(text: bytes) -> int:
    """In bytes; all lines end with CRLF."""
    return max(map(len, text.split(b"\r\n")))


def _base64(text: bytes) -> bytes:
    """In lines, all at once: coding each line by itself takes twice as long."""
    whole = b2a_base64(text, newline=False)
    lines = [whole[at : at + _BASE64_LINE] for at in range(0, len(whole), _BASE64_LINE)]
    return b"\r\n".join([*lines, b""])
