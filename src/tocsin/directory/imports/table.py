"""A table out of a file: CSV in any of its dialects, or the first sheet of a workbook that has known headings."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.intake.charsets import decode
from tocsin.intake.errors import Unreadable
from tocsin.intake.extracted import Extracted
from tocsin.intake.sandbox.run import PARSING_SECONDS, Deadline, parsed

from .headings import ENOUGH, fields_of

ZIPPED = b"PK\x03\x04"
DELIMITERS = (",", ";", "\t", "|")
LINES_BEFORE = 20  # a title, a date, an empty line


@dataclass(frozen=True)
class Table:
    """`rows` with the line of the file that each stands in."""

    headings: Sequence[str]
    rows: Sequence[tuple[int, Sequence[str]]]


def read_table(data: bytes) -> Table:
    """Raises `Unreadable` where no line names two columns that we know. A workbook is parsed in the confined child."""
    for text in _texts(data):
        lines = _lines(text)
        for position, (_, cells) in enumerate(lines[:LINES_BEFORE]):
            if len(fields_of(cells)) >= ENOUGH:
                return Table(cells, [row for row in lines[position + 1 :] if any(c.strip() for c in row[1])])
    raise Unreadable(
        "no line of it names columns that are known, such as Country, City, Phone; write them over the columns"
    )


def _texts(data: bytes) -> list[str]:
    if not data.startswith(ZIPPED):
        return [decode(data, is_html=False)[0]]
    pieces = parsed("xlsx", data, Deadline(PARSING_SECONDS))
    return [piece.text for piece in pieces if isinstance(piece, Extracted)]


def _lines(text: str) -> list[tuple[int, list[str]]]:
    head = "".join(text.splitlines(keepends=True)[:LINES_BEFORE])
    delimiter = max(DELIMITERS, key=lambda mark: len(_best_line(head, mark)))
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        return [(reader.line_num, cells) for cells in reader]
    except csv.Error as error:
        raise Unreadable(
            f"line {reader.line_num} cannot be taken apart ({error}); save the table anew as CSV"
        ) from None


def _best_line(head: str, mark: str) -> dict[int, str]:
    rows = csv.reader(io.StringIO(head), delimiter=mark)
    try:
        return max((fields_of(cells) for cells in rows), key=len, default={})
    except csv.Error:
        return {}
