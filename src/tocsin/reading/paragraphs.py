"""Which lines of a text belong to one running paragraph (mail and PDF break lines by width)."""

import re
from collections.abc import Container

from tocsin.language.line_starts import begins_item
from tocsin.terms.span import Span

NARROWEST, WIDEST, WIDEST_OF_ALL = 40, 100, 150
_STOPPED = re.compile(r"[.!?:;…。！？]['\"”’»)\]]*$")
_LOWER = re.compile(r"^\s*[^\W\d_A-ZÀ-ÖØ-ÞА-ЯЁ]")


def paragraphs(text: str, lines: list[Span], rows: Container[Span] = ()) -> list[list[int]]:
    """Indexes of lines, grouped; most groups hold one line. `rows` of a list begin a paragraph each."""
    width = _wrap_width([text[line.start : line.end] for line in lines])
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if index and line not in rows and _runs_on(text, lines[index - 1], line, width):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _wrap_width(lines: list[str]) -> int | None:
    """The width at which the text was broken; None where lines end only where their writer ended them."""
    lengths = sorted(map(len, lines))
    longest = lengths[int(len(lengths) * 0.95) - 1] if len(lengths) >= 8 else 0
    if NARROWEST <= longest <= WIDEST:
        return longest
    longest = lengths[-1] if lengths else 0
    long = [line for line in lines if len(line) >= longest * 0.85]
    cut = sum(not _STOPPED.search(line) for line in long)
    return (
        longest if longest <= WIDEST_OF_ALL and len(long) > 2 and cut > 1 and cut >= len(long) / 3 else None
    )


def _runs_on(text: str, before: Span, line: Span, width: int | None) -> bool:
    if text[before.end : line.start].count("\n") > 1 or "\r\r" in text[before.end : line.start]:
        return False
    first, second = text[before.start : before.end], text[line.start : line.end]
    if begins_item(second) or "@" in first or "http" in first:
        return False
    if _LOWER.match(second) and not _STOPPED.search(first) and len(first) >= NARROWEST:
        return True
    return width is not None and len(first) >= width * 0.7 and len(first) >= NARROWEST
