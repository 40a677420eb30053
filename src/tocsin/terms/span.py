"""Where something stands in a report's text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Code points of the text as received, end-exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
FieldSpans = dict[str, Spans]
