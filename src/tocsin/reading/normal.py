"""Text made even for matching, with a way back to the code points as received."""

import re
import unicodedata

from tocsin.language.han import simplified

_EVEN = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\u2018": "'",
        "\u2019": "'",
        "\u201b": "'",
        "\u02bc": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "\u00ab": '"',
        "\u00bb": '"',
        "\ufe30": ":",
        "\ufe55": ":",
    }
)
_QUOTED = re.compile(r"(?:^|(?<=[\n\r]))(?:[ \t]*>)+[ \t]*")
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


def even(text: str) -> tuple[str, tuple[int, ...] | None]:
    """Blanks, quotes, apostrophes, colons and Chinese characters made one kind; unseen characters, marks of quotation out; NFC.

    The second value maps each offset of the result (and its end) to the offset in `text`; None where they are equal.
    """
    if text.isascii() and text.isprintable() and ">" not in text:
        return text, None  # most lines: nothing to even out
    marks = {at for match in _QUOTED.finditer(text) for at in range(*match.span())} if ">" in text else set()
    if not marks and (
        text.isascii() or (unicodedata.is_normalized("NFC", text) and _UNSEEN.isdisjoint(text))
    ):
        return simplified(text.translate(_EVEN)), None
    kept: list[str] = []
    origins: list[int] = []
    for start, end in _clusters(text):
        for char in unicodedata.normalize("NFC", text[start:end]):
            if char not in _UNSEEN and start not in marks:
                kept.append(char)
                origins.append(start)
    return simplified("".join(kept).translate(_EVEN)), (*origins, len(text))


def _clusters(text: str) -> list[tuple[int, int]]:
    """A letter with the marks that combine with it."""
    starts = [i for i, char in enumerate(text) if not i or not unicodedata.combining(char)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
