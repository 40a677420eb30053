"""A list of people and its rows."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.reading.listed.cells import Cells
from tocsin.reading.listed.columns import Where
from tocsin.reading.listed.shapes import Shape, name_at
from tocsin.terms.span import Span

_NO_WORDS = re.compile(r"[\W\d_]+")
LONGEST_SHORT = 2  # capitals: 'Wu' is none


@dataclass(frozen=True)
class Entry:
    """One person of a list. Spans point into the text as received.

    `text` is the name with the given name first where the list says which that is; `number` the row's own; `rest`
    what else the row says, by which two people of one name are told apart.
    """

    name: Span
    text: str
    row: Span
    number: int | None
    rest: str


@dataclass(frozen=True)
class NameList:
    """`is_table` where other cells of a row stand in columns of their own; `heading` is their row of titles."""

    entries: tuple[Entry, ...]
    is_table: bool = False
    heading: Span | None = None

    @property
    def span(self) -> Span:
        return Span(self.entries[0].row.start, self.entries[-1].row.end)


def without_names(text: str, lists: Sequence[NameList]) -> str:
    """The words around those listed, what is said of many of them alike once."""
    names = sorted({entry.name for one in lists for entry in one.entries})
    begins, ends = [*(name.start for name in names), len(text)], [0, *(name.end for name in names)]
    pieces = (text[end:start] for end, start in zip(ends, begins, strict=True))
    return " ".join(dict.fromkeys(_NO_WORDS.sub(" ", piece) for piece in pieces))


def entry_of(text: str, row: Span, cells: Cells, where: Where, number: int | None) -> Entry | None:
    """Whom a row names in these cells of it; None where no name stands there."""
    shapes = [shape for place in where if place in cells and (shape := name_at(text, *cells[place]))]
    if not shapes or (len(shapes) < len(where) and number is None):
        return None
    name = Span(min(shape.start for shape in shapes), max(shape.end for shape in shapes))
    rest = f"{text[row.start : name.start]} {text[name.end : row.end]}"
    written = " ".join(_as_usual(shape) for shape in shapes)
    return Entry(name, written, row, number, _without_number(rest, number))


def _as_usual(shape: Shape) -> str:
    """Names in capitals as names are written."""
    words = " ".join(shape.words)
    return (
        words.title()
        if words.isupper() and len(words) > LONGEST_SHORT and len(words.split()[-1]) > 1
        else words
    )


def _without_number(rest: str, number: int | None) -> str:
    words = re.findall(r"\w+", rest.casefold())
    if number is not None and str(number) in words:
        words.remove(str(number))
    return " ".join(words)
