"""Lines that mail broke by width, made one line again: an entry of a list is read as it was written."""

import re
from collections import Counter

from tocsin.language.line_starts import begins_item
from tocsin.reading.document import Line
from tocsin.terms.span import Span

SLACK, OFTEN = 4, 3
_REACHED = re.compile(
    r"(?:(?i:t[eé]l|fax|ph|phone|тел|факс)[.: ]{1,4}\+?[\d ()./-]{7,}|@\S+)$"
)  # the way that ends an entry
_TWO_WORDS = re.compile(r"[^\W\d_]+ [^\W\d_]+(?!\w)")


def unbroken(lines: tuple[Line, ...], text: str) -> tuple[Line, ...]:
    """A line runs on into the next where that one's first word had no room left on it.

    What begins an item or a label, or as other entries begin ('Embassy of'), stays a line of its own.
    """
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(len(lengths) * 0.95) - 1] if len(lengths) > SLACK else 0
    heads = Counter(filter(None, (_head(line.text) for line in lines)))
    runs: list[list[Line]] = []
    for line in lines:
        if runs and _runs_on(runs[-1][-1], line, width, text) and heads[_head(line.text)] < OFTEN:
            runs[-1].append(line)
        else:
            runs.append([line])
    return tuple(_joined(run) for run in runs)


def _runs_on(line: Line, following: Line, width: int, text: str) -> bool:
    if text[line.span.end : following.span.start].count("\n") != 1 or begins_item(following.text):
        return False
    if _REACHED.search(line.text) and following.text[0].isupper():
        return False
    first = following.text.split(" ", 1)[0]
    return line.section is following.section and len(line.text) + len(first) + SLACK > width


def _head(text: str) -> str:
    """The first two words, where the line begins with two words."""
    head = _TWO_WORDS.match(text)
    return head[0].lower() if head else ""


def _joined(run: list[Line]) -> Line:
    if len(run) == 1:
        return run[0]
    start = run[0].span.start
    origins: list[int] = []
    for line in run:
        own = line.origins or range(len(line.text) + 1)
        shift = line.span.start - start
        origins += [shift + at for at in own[: len(line.text)]]
        origins.append(line.span.end - start)  # the blank that the line end becomes
    words = " ".join(line.text for line in run)
    return Line(Span(start, run[-1].span.end), words, run[0].section, tuple(origins))
