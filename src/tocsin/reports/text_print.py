"""When two files hold one text: letters and digits compared, whatever stands between them."""

import hashlib
import re
import unicodedata

# Lines that a mail program writes above the words; they differ with each copy that is sent.
_HEADER = re.compile(
    r"^(?:from|to|cc|bcc|date|sent|subject|reply-to|received|return-path|message-id|delivered-to|x-[\w-]+)\s*:.*$",
    re.IGNORECASE,
)
_HEAD = 40  # lines among which such headers are looked for
_BETWEEN = re.compile(r"[\W_]+")
SHORTEST = 40  # letters and digits; below that two texts may agree by chance


def text_print(text: str) -> str:
    """SHA-256 in hexadecimal of the letters and digits, in one case; empty for a text that has too few of them."""
    lines = text.splitlines()
    words = [line for line in lines[:_HEAD] if not _HEADER.match(line.strip())] + lines[_HEAD:]
    plain = unicodedata.normalize("NFKC", "\n".join(words)).casefold()
    letters = _BETWEEN.sub("", plain)
    return (
        hashlib.sha256(letters.encode("utf-8", "surrogatepass")).hexdigest()
        if len(letters) >= SHORTEST
        else ""
    )
