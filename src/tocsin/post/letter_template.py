"""A letter compiled to bytes once, then filled for each sender by joining bytes.

Many times the rate of building an `email.message.EmailMessage` a letter, to which tests hold it equal.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from . import header_words
from .text_part import alternative, as_html, text_part

_GAP = re.compile(r"\{(\w+)\}")
_LINE_BREAKS = ("\r\n", "\r", "\u2028", "\u2029", "\x85")
# What a mail body may not hold; a tab may stay. None of them is a part of another character in UTF-8.
_CONTROL = bytes({*range(0x20), 0x7F} - set(b"\t\r\n"))
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MESSAGE_ID = re.compile(r"<[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@[A-Za-z0-9.-]+>")


@dataclass(frozen=True, slots=True)
class Envelope:
    """What differs from letter to letter in the headers. Addresses are bare; `message_id` has its brackets."""

    to: str
    message_id: str
    date: datetime
    to_name: str = ""
    from_name: str = ""
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """Subject and text with gaps such as `{name}`, ready to be filled."""

    from_address: bytes
    fixed_headers: bytes
    subject: tuple[str, ...]
    text: tuple[bytes, ...]
    gaps: tuple[str, ...] = field(default=())
    html_language: str | None = None

    @classmethod
    def compile(
        cls,
        *,
        from_address: str,
        subject: str,
        text: str,
        language: str = "",
        headers: Mapping[str, str] | None = None,
        with_html: bool = False,
    ) -> "LetterTemplate":
        """`headers` are further fixed ones; `with_html`: the same words stand beside the text as HTML.

        Raises HeaderRefused (a ValueError) for what cannot stand there.
        """
        fixed = {"MIME-Version": "1.0", **(headers or {})}
        if language:
            fixed["Content-Language"] = language
        lines = b"".join(
            b"%b: %b\r\n" % (name.encode(), header_words.unstructured(value)) for name, value in fixed.items()
        )
        pieces = _GAP.split(text)
        words = tuple(_body(piece) for piece in pieces[::2])
        sender = header_words.address(from_address)
        html_language = language if with_html else None
        return cls(sender, lines, tuple(_GAP.split(subject)), words, tuple(pieces[1::2]), html_language)

    def fill(self, envelope: Envelope, values: Mapping[str, str] | None = None) -> bytes:
        """The whole message with CRLF line ends.

        Raises HeaderRefused where a personal part cannot stand in a header, KeyError for a gap without value.
        """
        values = values or {}
        text = self._fill_text(values) + b"\r\n"
        headers = self._fill_headers(envelope, values)
        if self.html_language is None:
            return headers + text_part(text)
        return headers + alternative(text, as_html(text, self.html_language))

    def _fill_text(self, values: Mapping[str, str]) -> bytes:
        parts = [self.text[0]]
        for gap, words in zip(self.gaps, self.text[1:], strict=True):
            parts += (_body(values[gap]), words)
        return b"".join(parts)

    def _fill_headers(self, envelope: Envelope, values: Mapping[str, str]) -> bytes:
        words = [values[word] if place % 2 else word for place, word in enumerate(self.subject)]
        sender = header_words.mailbox(envelope.from_name, self.from_address.decode())
        reply_to = header_words.address(envelope.reply_to) if envelope.reply_to else b""
        return b"From: %b\r\nTo: %b\r\n%bSubject: %b\r\nDate: %b\r\nMessage-ID: %b\r\n%b" % (
            sender,
            header_words.mailbox(envelope.to_name, envelope.to),
            b"Reply-To: %b\r\n" % reply_to if reply_to else b"",
            header_words.unstructured("".join(words)),
            _date(envelope.date).encode(),
            _message_id(envelope.message_id),
            self.fixed_headers,
        )


def _body(text: str) -> bytes:
    for line_break in _LINE_BREAKS:
        text = text.replace(line_break, "\n")
    return text.replace("\n", "\r\n").encode("utf-8", "replace").translate(None, _CONTROL)


def _date(at: datetime) -> str:
    """As in RFC 5322, 3.3, whatever the locale."""
    day = at.astimezone(UTC)
    written = f"{_DAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year:04}"
    return f"{written} {day.hour:02}:{day.minute:02}:{day.second:02} +0000"


def _message_id(value: str) -> bytes:
    if not _MESSAGE_ID.fullmatch(value):
        raise header_words.HeaderRefused(f"'{value[:80]}' is not a Message-ID")
    return value.encode()
