"""Zips of cases: made, opened, spoilt, and a server emptied of what it knew."""

import hashlib
import io
import json
from collections.abc import Callable
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from tocsin.cases.exchange.pack.pack import pack_case
from tocsin.cases.exchange.pack.unpack import Imported, import_case
from tocsin.cases.models import Assessment, Case, Claim, Consent, Inquiry, Judgement, Remedy, Subject
from tocsin.directory.models import Office
from tocsin.members.models import Member
from tocsin.reports.models import Arrival, RepeatJudgement, Report, ReviewItem, SecondOpinion

Files = dict[str, bytes]


def packed(case: Case) -> bytes:
    out = io.BytesIO()
    pack_case(case, out, lambda done, steps: None)
    return out.getvalue()


def unpacked(data: bytes) -> Files:
    with ZipFile(io.BytesIO(data)) as file:
        return {name: file.read(name) for name in file.namelist()}


def zipped(files: Files) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name, data)
    return out.getvalue()


def spoilt(data: bytes, change: Callable[[Files], object]) -> bytes:
    """The zip with one thing changed, and nothing else."""
    files = unpacked(data)
    change(files)
    return zipped(files)


def relist(files: Files, name: str, text: str) -> None:
    """Changes a file and its hash with it, as somebody would who knows how the zip is made."""
    raw, manifest = text.encode(), json.loads(files["manifest.json"])
    files[name] = raw
    manifest["files"][name] = {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw)}
    files["manifest.json"] = json.dumps(manifest).encode()


def leave_out(files: Files, names: list[str]) -> None:
    """Takes files out of the zip and of its list."""
    manifest = json.loads(files["manifest.json"])
    for name in names:
        del files[name], manifest["files"][name]
    files["manifest.json"] = json.dumps(manifest).encode()


def restored(data: bytes, by: Member | None = None) -> Imported:
    return import_case(io.BytesIO(data), by)


def lines(data: bytes, name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in unpacked(data)[name].splitlines()]


def forget(case: Case) -> None:
    """What another server would be: it knows nothing of the case, its reports or its offices."""
    Claim.objects.filter(subject__case=case).delete()
    for model in (Assessment, Consent, Judgement):
        model._default_manager.all().delete()
    Remedy.objects.filter(case=case).delete()
    Inquiry.objects.filter(case=case).delete()
    Subject.objects.filter(case=case).delete()
    reports = list(case.reports.values_list("pk", flat=True))
    case.delete()
    for of_reports in (Arrival, RepeatJudgement, SecondOpinion, ReviewItem):
        of_reports._default_manager.filter(report__in=reports).delete()
    Report.objects.filter(pk__in=reports).delete()
    Office.objects.all().delete()
