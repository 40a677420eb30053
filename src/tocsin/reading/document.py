"""A report's text laid out in lines and sentences that know where they stand."""

import re
from dataclasses import dataclass

from tocsin.reading.normal import even
from tocsin.reading.sections import Section
from tocsin.terms.span import Span


@dataclass(frozen=True)
class Stretch:
    """A piece of the report: `text` is even (see `normal`), `span` counts code points of the text as received."""

    span: Span
    text: str
    section: Section
    origins: tuple[int, ...] | None

    def at(self, start: int, end: int) -> Span:
        """The span in the report of `text[start:end]`."""
        if self.origins is None:
            return Span(self.span.start + start, self.span.start + end)
        last = self.origins[end] if end >= len(self.text) else self.origins[end - 1] + 1
        return Span(
            self.span.start + self.origins[start], self.span.start + max(last, self.origins[start] + 1)
        )


@dataclass(frozen=True)
class Line(Stretch):
    """One line of the text as received, without the blanks at its ends; empty lines are not kept."""


@dataclass(frozen=True)
class Sentence(Stretch):
    """One sentence; it may run over several lines of hard-wrapped text, `line_index` is the first."""

    line_index: int


@dataclass(frozen=True)
class Document:
    """`text` is as received and never altered; `published` is EDTF."""

    text: str
    lines: tuple[Line, ...]
    sentences: tuple[Sentence, ...]
    language: str | None
    published: str | None


_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_END = re.compile(r"(?<=[.!?…。！？])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W\da-z_])|(?<=[。！？])")


def lay_out(text: str, language: str | None = None, published: str | None = None) -> Document:
    """Lines first, sentences inside them."""
    lines = tuple(_line(text, match.span()) for match in _LINE.finditer(text) if match[0].strip())
    sentences = tuple(
        _sentence(text, line, index, piece)
        for index, line in enumerate(lines)
        for piece in _split(text, line.span)
    )
    return Document(text, lines, sentences, language, published)


def _line(text: str, bounds: tuple[int, int]) -> Line:
    span = trim(text, *bounds)
    return Line(span, *_evened(text, span, Section.NARRATIVE))


def _sentence(text: str, line: Line, index: int, span: Span) -> Sentence:
    return Sentence(span, *_evened(text, span, line.section), index)


def _evened(text: str, span: Span, section: Section) -> tuple[str, Section, tuple[int, ...] | None]:
    words, origins = even(text[span.start : span.end])
    return words, section, origins


def _split(text: str, span: Span) -> list[Span]:
    cuts = [m.end() for m in _END.finditer(text, span.start, span.end)]
    bounds = zip([span.start, *cuts], [*cuts, span.end], strict=True)
    return [trim(text, a, b) for a, b in bounds if text[a:b].strip()]


def trim(text: str, start: int, end: int) -> Span:
    """The span without blanks at its ends."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
