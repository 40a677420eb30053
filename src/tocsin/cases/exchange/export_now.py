"""An export for whoever sits at the machine: written at once, logged as any other."""

from typing import IO

from tocsin.members.record import record

from ..models import Case
from .ask_export import must_be_possible
from .make_export import stream_hash
from .write import Written, write_export


def export_now(case: Case, kind: str, is_public: bool, out: IO[bytes]) -> Written:
    """Writes the export into `out`, a file open for reading and writing. Raises CannotChange and CannotPrint."""
    must_be_possible(case, kind, is_public)
    written = write_export(case, kind, is_public, out)
    out.seek(0)
    sha256 = stream_hash(out)
    record("case.exported", case, None, kind=kind, public=is_public, records=written.records, sha256=sha256)
    return written
