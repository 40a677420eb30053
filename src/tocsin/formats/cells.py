"""CSV that a spreadsheet cannot be made to run, and that reads back as it was written.

A cell that a spreadsheet might take for a formula gets an apostrophe before it, and so does one that begins with an
apostrophe: taking one apostrophe away restores both. Telephone numbers ("+7 ...") survive.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

# ASCII, the full-width forms of the same, and blanks behind which spreadsheets look.
_DANGEROUS = tuple("=+-@\t\r\n |%＝＋－＠\u00a0\u3000\ufeff")
_SHIELD = "'"


def shielded(cell: str) -> str:
    """The cell as it is written."""
    return _SHIELD + cell if cell.startswith((_SHIELD, *_DANGEROUS)) else cell


def unshielded(cell: str) -> str:
    """The cell as it was before it was written."""
    return cell.removeprefix(_SHIELD)


def csv_lines(columns: Sequence[str], rows: Iterable[dict[str, object]]) -> Iterator[str]:
    """The heading and a line a row, each with its CR LF; what a row lacks is blank, and so is None."""
    yield _line(columns)
    for row in rows:
        yield _line([_text(row.get(column)) for column in columns])


def read_rows(text: str) -> list[dict[str, str]]:
    """The rows of a table that `csv_lines` wrote, as they were before."""
    rows = csv.reader(io.StringIO(text, newline=""))
    columns = [unshielded(cell) for cell in next(rows)]
    return [dict(zip(columns, map(unshielded, row), strict=True)) for row in rows]


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _line(cells: Iterable[str]) -> str:
    out = io.StringIO(newline="")
    # NUL ends a cell in some programs; no text of ours needs it.
    csv.writer(out).writerow([shielded(cell.replace("\0", "")) for cell in cells])
    return out.getvalue()
