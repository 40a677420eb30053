"""What a parser makes of one file: pieces in order, some of which another parser must read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tocsin.terms.span import Span, Spans

BETWEEN = "\n\n"


@dataclass(frozen=True)
class Note:
    """A warning for the reviewer; without `spans` it is about the whole text."""

    code: str
    message: str
    spans: Spans = ()

    def moved(self, by: int) -> "Note":
        return replace(self, spans=tuple(Span(span.start + by, span.end + by) for span in self.spans))


@dataclass(frozen=True)
class Extracted:
    """`published` (EDTF) is what the file itself declares; `charset` is None where the format has its own."""

    text: str
    published: str | None = None
    notes: tuple[Note, ...] = ()
    charset: str | None = None


@dataclass(frozen=True)
class Enclosed:
    """A file inside a file, such as the attachment of a mail."""

    name: str
    data: bytes


@dataclass(frozen=True)
class PictureOfPage:
    """A page of a PDF that holds no words, counted from 0."""

    index: int


Piece = Extracted | Enclosed | PictureOfPage


def joined(parts: Iterable[Extracted]) -> Extracted:
    """One text, with a blank line between the parts; the first date that is declared counts."""
    text, notes, published = "", [], None
    for part in parts:
        start = len(text) + len(BETWEEN) if text and part.text else len(text)
        notes += [note.moved(start) for note in part.notes]
        text = text + BETWEEN + part.text if text and part.text else text + part.text
        published = published or part.published
    return Extracted(text, published, tuple(notes))
