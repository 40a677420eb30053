"""XLSX -> the cells of each sheet as CSV; formulas as their last result."""

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime

from python_calamine import CalamineError, CalamineWorkbook

from tocsin.intake.errors import Damaged, Empty, Overblown
from tocsin.intake.extracted import Extracted, Piece
from tocsin.intake.zipped import opened

MOST_CELLS = 2_000_000


def xlsx_pieces(data: bytes) -> list[Piece]:
    """Raises `Damaged`, `Overblown` or `Empty`. Hidden sheets are read too: nobody sees that they are hidden."""
    opened(data)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [workbook.get_sheet_by_name(name) for name in workbook.sheet_names]
    except CalamineError:
        raise Damaged("a workbook that is damaged or locked; save the sheet as CSV and read that") from None
    if sum(sheet.total_height * sheet.total_width for sheet in sheets) > MOST_CELLS:
        raise Overblown("it has more cells than any list of offices; save the sheet that matters as CSV")
    found: list[Piece] = [Extracted(_as_csv(sheet.to_python(skip_empty_area=False))) for sheet in sheets]
    if not any(isinstance(piece, Extracted) and piece.text.strip("\r\n,") for piece in found):
        raise Empty("a workbook without a word in it; save the list into it again")
    return found


def _as_csv(rows: Iterable[Iterable[object]]) -> str:
    text = io.StringIO()
    csv.writer(text).writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def _cell(value: object) -> str:
    """As a person sees it: whole numbers without a point, days without midnight."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and not (value.hour or value.minute or value.second):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
