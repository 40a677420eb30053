"""Other files of a report's words: kept as evidence beside it, and brought back with their bytes."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from tocsin.reports.models import Arrival
from tocsin.reports.seal import SealedBefore, refuse_if_sealed

from .check import Checked
from .errors import CannotImport


def file_of(sha256: str) -> str:
    """Where the bytes stand in the zip."""
    return f"arrivals/{sha256}"


def brings_another_file(given: dict[str, Any], checked: Checked) -> bool:
    """Whether the zip has bytes of it that never came in here. What was dismissed here stays so."""
    is_held = file_of(given["sha256"]) in checked.manifest["files"]
    return is_held and not Arrival.objects.filter(sha256=given["sha256"]).exists()


def bring_bytes(arrivals: Iterable[Arrival], checked: Checked) -> None:
    """One after the other, as each may be large. A sealed report has no other files. Raises CannotImport."""
    for arrival in arrivals:
        name = file_of(arrival.sha256)
        if name not in checked.manifest["files"]:
            continue
        data = checked.packed.read(name)
        if hashlib.sha256(data).hexdigest() != arrival.sha256:
            raise CannotImport(_("“%s” was changed after this zip was made.") % name)
        _must_not_be_sealed_here(arrival)
        open_reports = Arrival.objects.filter(report__isnull=False, report__sealed_at=None)
        open_reports.filter(pk=arrival.pk).update(data=data)


def _must_not_be_sealed_here(arrival: Arrival) -> None:
    try:
        refuse_if_sealed(arrival.sha256)
    except SealedBefore as refusal:
        raise CannotImport(str(refusal)) from None
