"""How a text names its translation."""

from hashlib import sha256

SUBJECT, BODY = "subject", "body"
LETTER = frozenset({SUBJECT, BODY})


def of(name: str, source: str) -> str:
    """The same words are translated once; those of a letter stay apart, since each letter is stored by itself."""
    return sha256(f"{name if name.partition(':')[0] in LETTER else ''}\0{source}".encode()).hexdigest()
