"""The bundle for a lawyer: the pages, and beside them every exhibit as it was received, byte for byte."""

from collections.abc import Callable
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tocsin.printing.sheet import Sheet
from tocsin.reports.models import Report
from tocsin.terms.case_file import CaseFile

from ..models import Case
from .exhibits import in_order

PAGES = "bundle.pdf"
HASHES = "SHA256SUMS"
# The same for every file, so that the same case gives the same bytes: a zip knows no time zone anyway.
EPOCH = (1980, 1, 1, 0, 0, 0)


def write_bundle(
    case: Case, file: CaseFile, sheet: Sheet, out: IO[bytes], progress: Callable[[int, int], None]
) -> None:
    """A zip for a lawyer; the pages alone for the public. `SHA256SUMS` is what `sha256sum -c` reads."""
    if file.is_public:
        out.write(sheet.pdf)
        return
    names = {exhibit.sha256: exhibit.file for exhibit in file.exhibits if exhibit.file}
    with ZipFile(out, "w", ZIP_DEFLATED) as bundle:
        bundle.writestr(entry(PAGES), sheet.pdf)
        for place, pk in enumerate(in_order(case).values_list("pk", flat=True), 1):
            report = Report.objects.only("sha256", "original").get(pk=pk)
            if report.sha256 in names:
                bundle.writestr(entry(names[report.sha256]), bytes(report.original))
            progress(place, len(file.exhibits))
        sums = "".join(f"{sha256}  {name}\n" for sha256, name in names.items())
        bundle.writestr(entry(HASHES), sums)


def entry(name: str) -> ZipInfo:
    """Without the clock, the user or the machine of whoever made it."""
    info = ZipInfo(name, EPOCH)
    info.compress_type = ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 3
    return info
