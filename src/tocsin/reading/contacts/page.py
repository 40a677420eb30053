"""The text that contacts are looked for in: even lines, with blank lines kept as such."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from tocsin.reading.contacts.run_together import apart
from tocsin.reading.contacts.signs import CHANNEL_LABEL
from tocsin.reading.contacts.unbroken import unbroken
from tocsin.reading.document import Document, Line
from tocsin.terms.span import Span


@dataclass(frozen=True)
class Page:
    """`text` joins the document's even lines by one line feed, by two where blank lines part what they belong to."""

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    is_hard_wrapped: bool

    def at(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the report as received."""
        first, last = self.index_at(start), self.index_at(max(start, end - 1))
        return Span(
            self._in_line(first, start, start + 1).start, self._in_line(last, max(start, end - 1), end).end
        )

    def _in_line(self, index: int, start: int, end: int) -> Span:
        line, offset = self.lines[index], self.starts[index]
        low = min(start - offset, len(line.text) - 1)
        return line.at(low, min(max(end - offset, low + 1), len(line.text)))

    def index_at(self, position: int) -> int:
        """The index of the line that holds a position."""
        return bisect_right(self.starts, position) - 1

    def end_of(self, index: int) -> int:
        return self.starts[index] + len(self.lines[index].text)

    def blank_before(self, index: int) -> bool:
        return index > 0 and self.starts[index] - self.end_of(index - 1) > 1

    def is_wrapped(self, index: int) -> bool:
        """The line runs on into the next one: hard-wrapped prose."""
        if not self.is_hard_wrapped or index + 1 >= len(self.lines) or self.blank_before(index + 1):
            return False
        line, following = self.lines[index].text, self.lines[index + 1].text
        if not 50 <= len(line) <= 100 or _HEADED.match(following) or line.endswith((".", ":", "!", "?")):
            return False
        return line.endswith(",") or bool(_PROSE.match(following))


_HEADED = re.compile(r"[\w./]{1,12}: ")
_SHORT, _SEVERAL = 60, 2
_PROSE = re.compile(r"[(\"']?[a-z(]|[A-Z][\w'.-]*,? [a-z]")


def lay_page(document: Document) -> Page:
    is_hard_wrapped = _is_hard_wrapped(document)
    lines = apart(unbroken(document.lines, document.text) if is_hard_wrapped else document.lines)
    gaps = [_feeds(document.text, line, following) for line, following in pairwise(lines)]
    single = _single_feeds(lines, gaps)
    parts: list[str] = []
    starts: list[int] = []
    position = 0
    for feeds, line in zip((0, *gaps), lines, strict=False):
        if starts:
            parts.append("\n\n" if feeds > single else "\n")
            position += len(parts[-1])
        starts.append(position)
        parts.append(line.text)
        position += len(line.text)
    return Page("".join(parts), lines, tuple(starts), is_hard_wrapped)


def _feeds(text: str, line: Line, following: Line) -> int:
    return text[line.span.end : following.span.start].replace("\r\n", "\n").count("\n")


def _single_feeds(lines: tuple[Line, ...], gaps: list[int]) -> int:
    """How many line feeds end a line: more than one where a page put a blank line even before 'Fax: ...'."""
    channels = [
        gap for gap, line in zip(gaps, lines[1:], strict=True) if gap > 1 and CHANNEL_LABEL.match(line.text)
    ]
    short = [
        gap
        for gap, (line, following) in zip(gaps, pairwise(lines), strict=True)
        if max(len(line.text), len(following.text)) <= _SHORT
    ]
    if len(channels) < _SEVERAL or sum(gap == 1 for gap in short) * 10 > len(short):
        return 1
    return min(channels)


def _is_hard_wrapped(document: Document) -> bool:
    """Mail and old web pages break lines below 100 characters; the longest two lines may be tables."""
    lengths = sorted(len(line.text) for line in document.lines)
    return len(lengths) > 3 and lengths[-3] <= 100 and sum(n >= 50 for n in lengths) * 3 >= len(lengths)
