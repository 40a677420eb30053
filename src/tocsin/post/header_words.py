"""Header values as they travel: ASCII where it suffices, RFC 2047 encoded words else, never a line break."""

import re
from base64 import b64encode
from collections.abc import Iterator

# An encoded word may hold 75 characters, 12 of them "=?utf-8?b?" and "?=": 63 of base64 are 45 bytes.
WORD_BYTES = 45
LONGEST_PLAIN = 60
# What the first line has room for beside the header's own name: RFC 2047 allows 76 characters with it.
FIRST_BYTES = 33
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_LOCAL_PART = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*")
_ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*")


class HeaderRefused(ValueError):
    """A value that cannot stand in a header, with a sentence that says why."""


def unstructured(value: str) -> bytes:
    """For Subject and the like. Raises HeaderRefused for line breaks and control characters."""
    text = _checked(value)
    if text.isascii() and "=?" not in text and len(text) <= LONGEST_PLAIN:
        return text.encode()
    return _encoded_words(text)


def phrase(value: str) -> bytes:
    """A person's name before an address."""
    text = _checked(value)
    if not text.isascii() or "=?" in text or len(text) > LONGEST_PLAIN:
        return _encoded_words(text)
    if _ATOMS.fullmatch(text):
        return text.encode()
    return b'"' + text.replace("\\", "\\\\").replace('"', '\\"').encode() + b'"'


def address(value: str) -> bytes:
    """A bare address such as `info@example.org`; a domain in another script becomes its ASCII form."""
    local, at, domain = _checked(value).rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode()
        except UnicodeError:
            at = ""
    if not at or not _LOCAL_PART.fullmatch(local) or not _DOMAIN.fullmatch(domain):
        raise HeaderRefused(f"'{value[:80]}' is not an address that mail can be sent to")
    return f"{local}@{domain}".encode()


def mailbox(name: str, bare_address: str) -> bytes:
    """`Name <address>`, or the bare address where there is no name."""
    if not name.strip():
        return address(bare_address)
    words, bare = phrase(name), address(bare_address)
    # An encoded word and an address seldom fit one line of 78 characters.
    gap = b" " if len(words) + len(bare) <= LONGEST_PLAIN else b"\r\n "
    return b"%b%b<%b>" % (words, gap, bare)


def _checked(value: str) -> str:
    if _CONTROL.search(value):
        raise HeaderRefused(f"a line break or control character in '{value[:80]!r}'")
    return value.strip()


def _encoded_words(text: str) -> bytes:
    return b"\r\n ".join(b"=?utf-8?b?%b?=" % b64encode(piece) for piece in _pieces(text))


def _pieces(text: str) -> Iterator[bytes]:
    """The text in UTF-8, cut between characters."""
    whole = text.encode("utf-8", "replace")
    start, most = 0, FIRST_BYTES
    while start < len(whole):
        end = _between_characters(whole, start + most)
        yield whole[start:end]
        start, most = end, WORD_BYTES


def _between_characters(whole: bytes, at: int) -> int:
    """The last such place in UTF-8 up to `at`: bytes that go on with a character begin with the bits 10."""
    while at < len(whole) and whole[at] & 0xC0 == 0x80:
        at -= 1
    return min(at, len(whole))
