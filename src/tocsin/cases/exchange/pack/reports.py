"""The reports of a zip: those that stand here already stay as they are, the others are stored with their bytes."""

import hashlib
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from tocsin.reports.models import Report
from tocsin.reports.seal import SealedBefore, refuse_if_sealed

from .check import Checked
from .errors import CannotImport

# So many bytes of originals are held at once.
_AT_ONCE = 16 * 2**20


def restored_reports(values: list[dict[str, Any]], checked: Checked, was_here: set[Any]) -> list[int]:
    """The keys, in the order of `values`; those of reports that stood here are added to `was_here`."""
    digests = [given["sha256"] for given in values]
    if len(set(digests)) != len(digests):
        raise CannotImport(_("This zip holds one report twice."))
    _none_may_be_sealed_here([given for given in values if not given["sealed_at"]])
    keys = _standing_here(digests, checked)
    was_here.update(keys.values())
    held: list[Report] = []
    size = 0
    for given in values:
        if given["sha256"] not in keys:
            held.append(_report(given, checked))
            size += len(held[-1].original)
        if size > _AT_ONCE:
            keys |= _stored(held)
            held, size = [], 0
    keys |= _stored(held)
    return [keys[digest] for digest in digests]


def _standing_here(digests: list[str], checked: Checked) -> dict[str, int]:
    """Those that stand here already, each with its bytes in the zip: whoever knows but a hash is given no report by it."""
    standing = Report.objects.filter(sha256__in=digests).only("sha256", "sealed_at")
    for report in standing:
        if report.sealed_at is None:
            _original(report.sha256, checked)
    return {report.sha256: report.pk for report in standing}


def _none_may_be_sealed_here(values: list[dict[str, Any]]) -> None:
    """Consent that was withdrawn here is not undone by a zip from elsewhere. One query where nothing was sealed."""
    prints = {given.get("text_print", "") for given in values} - {""}
    same = Q(sha256__in=[given["sha256"] for given in values]) | Q(text_print__in=prints)
    if not Report.objects.filter(same, sealed_at__isnull=False).exists():
        return
    for given in values:
        try:
            refuse_if_sealed(given["sha256"], given.get("text_print", ""))
        except SealedBefore as refusal:
            raise CannotImport(str(refusal)) from None


def _stored(reports: list[Report]) -> dict[str, int]:
    return {report.sha256: report.pk for report in Report.objects.bulk_create(reports)}


def _report(given: dict[str, Any], checked: Checked) -> Report:
    original = b"" if given["sealed_at"] else _original(str(given["sha256"]), checked)
    return Report(**given, original=original)


def _original(sha256: str, checked: Checked) -> bytes:
    name = f"reports/{sha256}"
    if name not in checked.manifest["files"]:
        raise CannotImport(_("“%s” is missing from this zip. Export the case again.") % name)
    original = checked.packed.read(name)
    if hashlib.sha256(original).hexdigest() != sha256:
        raise CannotImport(_("“%s” was changed after this zip was made.") % name)
    return original
