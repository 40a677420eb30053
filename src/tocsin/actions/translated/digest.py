"""How a text names its translation."""

from hashlib import sha256

SUBJECT, BODY = "subject", "body"


def of(name: str, source: str) -> str:
    """The same words are translated once; those of the letter stay apart, since a letter is stored by itself."""
    return sha256(f"{name if name in (SUBJECT, BODY) else ''}\0{source}".encode()).hexdigest()
