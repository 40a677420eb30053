"""What is read at once, in the request that brought it, and what waits for a worker."""

from tocsin.intake.errors import Unreadable
from tocsin.intake.kinds import HTML, PLAIN, media_type

MOST_AT_ONCE = 100 * 1024  # bytes; a text of that size is read within a second


def is_quick(data: bytes) -> bool:
    """Short text and web pages. Documents and pictures need a child process, and may need minutes."""
    try:
        return len(data) <= MOST_AT_ONCE and media_type(data) in (PLAIN, HTML)
    except Unreadable:
        return True  # refused at first sight, and said at once
