"""Writing an export of any kind into an open file."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO

from django.utils.translation import gettext as _

from tocsin.formats.acled import acled_csv
from tocsin.formats.case_json import case_json
from tocsin.formats.claims_csv import claims_csv
from tocsin.formats.ftm.lines import ftm_lines
from tocsin.printing.bundle import bundle
from tocsin.printing.sheet import Sheet
from tocsin.terms.case_file import CaseFile

from ..models import Case, ExportKind
from .bundle_words import bundle_words
from .bundle_zip import write_bundle
from .case_file import case_file
from .pack.pack import pack_case

Progress = Callable[[int, int], None]
_LINES: dict[str, Callable[[CaseFile], Iterable[str]]] = {
    ExportKind.CSV: claims_csv,
    ExportKind.ACLED: acled_csv,
    ExportKind.FTM: ftm_lines,
    ExportKind.JSON: case_json,
}
# Files of one record a line, and how many lines come before the first.
_HEADINGS: dict[str, int] = {ExportKind.CSV: 1, ExportKind.ACLED: 1, ExportKind.FTM: 0}
ENDINGS = {
    ExportKind.BUNDLE: "zip",
    ExportKind.ZIP: "zip",
    ExportKind.CSV: "csv",
    ExportKind.ACLED: "csv",
    ExportKind.FTM: "ftm.json",
    ExportKind.JSON: "json",
}
MEDIA_TYPES = {
    "zip": "application/zip",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "ftm.json": "application/x-ndjson",
    "json": "application/json",
}


@dataclass(frozen=True)
class Written:
    """`records`: lines where a file is made of lines, rows of a whole case, else claims.

    `remark`: what whoever gets the file should know.
    """

    records: int
    remark: str = ""


def ending(kind: str, is_public: bool) -> str:
    """The ending of the file's name. A public bundle is its pages alone."""
    return "pdf" if kind == ExportKind.BUNDLE and is_public else ENDINGS[ExportKind(kind)]


def write_export(
    case: Case, kind: str, is_public: bool, out: IO[bytes], progress: Progress = lambda done, steps: None
) -> Written:
    """Raises CannotPrint where the pages of a bundle cannot be set."""
    if kind == ExportKind.ZIP:
        return Written(pack_case(case, out, progress))
    file = case_file(case, is_public)
    if kind == ExportKind.BUNDLE:
        sheet = bundle(file, bundle_words())
        write_bundle(case, file, sheet, out, progress)
        return Written(file.claims_count, _missing(sheet))
    lines = 0
    for line in _LINES[kind](file):
        out.write(line.encode())
        lines += 1
    return Written(lines - _HEADINGS[kind] if kind in _HEADINGS else file.claims_count)


def _missing(sheet: Sheet) -> str:
    if not sheet.missing:
        return ""
    letters = " ".join(f"U+{ord(letter):04X}" for letter in sheet.missing[:40])
    return _("Some letters have no font here and print as boxes: %(letters)s") % {"letters": letters}
