"""What a mail calls itself."""

from email import message_from_bytes
from email.header import decode_header, make_header

HEAD = 64 * 1024  # bytes in which a mail's headers stand


def subject_of(data: bytes) -> str:
    """Decoded, on one line; as it stands where it cannot be decoded; empty for what has none."""
    raw = str(message_from_bytes(data[:HEAD]).get("Subject", ""))
    try:
        words = str(make_header(decode_header(raw)))
    except (ValueError, LookupError):
        words = raw
    return " ".join(words.encode("utf-8", "replace").decode().split())
