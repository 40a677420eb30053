"""Lists printed one person, or two side by side, a line."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tocsin.reading.listed.cells import Cells, Kind, cells_of, kind_of, titles_in
from tocsin.reading.listed.columns import Where, has_name_title, is_full, names_stand
from tocsin.reading.listed.entries import NameList, entry_of
from tocsin.reading.listed.shapes import MARK, name_at
from tocsin.terms.span import Span

FEWEST = 8  # rows: shorter lists are read as any other lines
LONGEST_ROW, LONGEST_CELL, LONGEST_NUMBER = 400, 60, 5
ALIKE = 0.8  # share of the rows of a list that have equally many cells like names
MOST_NAMES = 1.5  # a row of a list: 'Roe Doe, Jane Ann', or what else looks like one
MOST_BETWEEN = 3  # lines between two numbered rows that go on with the first


@dataclass(frozen=True)
class Row:
    """One line; `number` as printed before it."""

    span: Span
    cells: Cells
    number: int | None
    is_marked: bool


def lists_in_lines(text: str, lines: Sequence[Span]) -> Iterator[NameList]:
    """In their order; nothing is known yet of whether they name people."""
    for kind, block in _blocks(text, lines):
        if kind is Kind.PROSE:
            for segment in _of_names(text, [_row(text, line, kind) for line in block]):
                yield from _listed(text, segment, kind)
        elif len(block) >= FEWEST:
            yield from _listed(text, [_row(text, line, kind) for line in block], kind)


def _blocks(text: str, lines: Sequence[Span]) -> Iterator[tuple[Kind, list[Span]]]:
    """Lines below each other whose cells are parted alike; one without a mark of its own breaks no table."""
    kind, block = Kind.PROSE, list[Span]()
    for line in lines:
        written = text[line.start : line.end]
        here = kind_of(written) if line.end - line.start <= LONGEST_ROW else Kind.PROSE
        if here is Kind.RULE or (block and here is Kind.PROSE and kind is not here and _is_cell(written)):
            here = kind
        if here is not kind:
            yield kind, block
            kind, block = here, []
        block.append(line)
    yield kind, block


def _is_cell(written: str) -> bool:
    shape = name_at(written, 0, len(written))
    return len(written) <= LONGEST_CELL and shape is not None and not shape.goes_on and is_full(shape)


def _row(text: str, line: Span, kind: Kind) -> Row:
    mark = MARK.match(text, line.start, line.end)
    number = int(mark["number"]) if mark and mark["number"] else None
    is_marked = mark is not None and bool(mark["bullet"] or mark["number"])
    start = mark.end() if mark and kind is Kind.PROSE else line.start
    return Row(line, cells_of(text, start, line.end, kind), number, is_marked)


def _of_names(text: str, rows: list[Row]) -> Iterator[list[Row]]:
    """Rows that begin with a name, one below the other; what goes on with a numbered row stands between."""
    named = [_begins_with_name(text, row) for row in rows]
    capitals = sum(name and _is_shouted(text, row) for name, row in zip(named, rows, strict=True))
    are_shouted = capitals * 2 > sum(named)
    segment: list[Row] = []
    between = 0
    for row, name in zip(rows, named, strict=True):
        if name and (are_shouted or not _is_shouted(text, row)):
            if segment and not _follows(segment[-1], row, between):
                yield segment
                segment = []
            segment.append(row)
            between = 0
        else:
            between += 1
            if segment and between > MOST_BETWEEN:
                yield segment
                segment, between = [], 0
    yield segment


def _follows(before: Row, row: Row, between: int) -> bool:
    """A bullet or a number beside another; over other lines between the numbers, or bullets, must go on."""
    if before.number is not None and row.number is not None:
        return between == 0 or 0 < row.number - before.number <= MOST_BETWEEN
    return before.is_marked is row.is_marked and (between == 0 or row.is_marked)


def _begins_with_name(text: str, row: Row) -> bool:
    if row.span.end - row.span.start > LONGEST_ROW or text[row.span.end - 1] in ":：":
        return False
    shape = name_at(text, *row.cells[0, 0])
    return shape is not None and (is_full(shape) or not shape.goes_on)


def _is_shouted(text: str, row: Row) -> bool:
    """'IN PRISON': in a list that is not in capitals a heading."""
    return text[row.span.start : row.span.end].isupper()


def _listed(text: str, rows: list[Row], kind: Kind) -> Iterator[NameList]:
    if len(rows) < FEWEST:
        return
    heading, below = rows[0], rows[1:]
    titles = titles_in(text, heading.cells) if kind is not Kind.PROSE else []
    is_titled = bool(titles) and (has_name_title(titles) or _is_heading(text, heading, below))
    rows = below if is_titled else rows
    if kind is Kind.PROSE and _is_wrapped(text, rows):
        return
    where = names_stand([(text, row.cells) for row in rows], titles if is_titled else [], kind)
    found = [
        entry
        for row in rows
        for one in where
        if (entry := entry_of(text, row.span, row.cells, one, _number(text, row, one)))
    ]
    if len(found) >= FEWEST:
        yield NameList(tuple(found), kind is not Kind.PROSE, heading.span if is_titled else None)


def _is_wrapped(text: str, rows: list[Row]) -> bool:
    """A paragraph of names broken by width: several stand in each line."""
    if any(row.is_marked for row in rows):
        return False
    names = Counter(sum(_names_in(text, cell) for cell in row.cells.values()) for row in rows)
    is_ragged = names.most_common(1)[0][1] < ALIKE * len(rows)
    is_cut = any(text[row.span.end - 1] in ",،，、" for row in rows)
    number = sum(number * times for number, times in names.items())
    return (is_ragged or is_cut) and number > MOST_NAMES * len(rows)


def _names_in(text: str, cell: tuple[int, int]) -> bool:
    shape = name_at(text, *cell)
    return shape is not None and is_full(shape)


def _is_heading(text: str, heading: Row, below: list[Row]) -> bool:
    """Every row but the first holds a figure."""
    return not _holds_figure(text, heading) and all(_holds_figure(text, row) for row in below)


def _holds_figure(text: str, row: Row) -> bool:
    return any(map(str.isdigit, text[row.span.start : row.span.end]))


def _number(text: str, row: Row, where: Where) -> int | None:
    """Printed before the name in its own cell, or in the cell before."""
    start, end = row.cells.get(where[0], row.span)
    own = MARK.match(text, start, end)
    if own and own["number"]:
        return int(own["number"])
    before = [text[slice(*cell)].strip(" .)") for place, cell in row.cells.items() if place < min(where)]
    return (
        int(before[-1])
        if before and before[-1].isdecimal() and len(before[-1]) < LONGEST_NUMBER
        else row.number
    )
