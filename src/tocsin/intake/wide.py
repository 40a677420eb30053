"""UTF-16 without a byte order mark: told by where its zero bytes stand and by what the letters then are."""

import unicodedata

SNIFFED = 4096
MOST_ODD = 0.02
_NO_TEXT = frozenset({"Cc", "Cn", "Co", "Cs"})
_BLANKS = frozenset("\t\n\r\f")


def unmarked_utf16(data: bytes) -> str | None:
    """'utf-16-le', 'utf-16-be' or None. Any text in it has blanks, line ends or digits, whose high byte is zero."""
    start = data[: SNIFFED - SNIFFED % 2]
    high_in_le, high_in_be = start[1::2].count(0), start[0::2].count(0)
    if not high_in_le and not high_in_be:
        return None
    name = "utf-16-le" if high_in_le > high_in_be else "utf-16-be"
    return name if _reads_as_text(start, name) else None


def _reads_as_text(start: bytes, name: str) -> bool:
    text = start.decode(name, errors="replace")
    odd = sum(
        char == "\ufffd" or (char not in _BLANKS and unicodedata.category(char) in _NO_TEXT) for char in text
    )
    blocks = {ord(char) >> 8 for char in text if char.isalpha()}
    return len(text) > 3 and odd <= len(text) * MOST_ODD and (len(blocks) <= 4 or _is_han(text))


def _is_han(text: str) -> bool:
    return sum("\u3000" <= char <= "\u9fff" for char in text) > len(text) * 0.5
