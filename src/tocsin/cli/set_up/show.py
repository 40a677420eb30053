"""What is set, as a person reads it; nothing secret."""

import os
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit, urlunsplit

# Values that hold a password, or are one.
_SECRET_WORDS = ("PASSWORD", "KEY", "SECRET")


def shown(settings: Mapping[str, str]) -> Iterator[str]:
    """A line a setting."""
    for name, value in sorted(settings.items()):
        over = os.environ.get(name)
        note = "  (the environment says otherwise, and wins)" if over is not None and over != value else ""
        yield f"{name} = {without_secret(name, value)}{note}"


def without_secret(name: str, value: str) -> str:
    """Its lines in one, its password as dots."""
    if any(word in name for word in _SECRET_WORDS):
        return "set, not shown"
    parts = urlsplit(value) if "://" in value else None
    if parts and parts.password is not None:
        account = f"{parts.username}:…@"
        value = urlunsplit(parts._replace(netloc=account + parts.netloc.rpartition("@")[2]))
    return " / ".join(value.splitlines())
