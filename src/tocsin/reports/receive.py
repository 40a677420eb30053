"""Taking in a report: bytes become a stored report with the draft read from it."""

import hashlib
from typing import Any

from django.db import IntegrityError, transaction

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.reading.read import read_bytes
from tocsin.terms.draft import Draft

from .access import must_hold
from .came import report_came
from .models import Report
from .repeats.find import have_repeats_found
from .seal import refuse_if_sealed
from .text_print import text_print


def receive(
    data: bytes,
    name: str,
    by: Member | None = None,
    published: str | None = None,
    publisher: str = "",
    source_url: str = "",
    is_sample: bool = False,
    may_leave: bool = False,
) -> Report:
    """Reads and stores a report. The same bytes twice give the report that is stored already, as it is.

    `published` is EDTF; `may_leave`: a second reader on another server may be asked about it. Raises `tocsin.intake` errors for what cannot be read, and SealedBefore for what was sealed here; then nothing is stored.
    """
    must_hold(by, Role.CONTRIBUTOR)
    sha256 = hashlib.sha256(data).hexdigest()
    refuse_if_sealed(sha256)
    if stored := Report.objects.filter(sha256=sha256).first():
        return stored
    draft = read_bytes(data, name, published)
    report = Report(
        name=name[:300],
        publisher=publisher[:200],
        source_url=source_url,
        received_by=by,
        sha256=sha256,
        original=data,
        is_sample=is_sample,
        may_leave=may_leave,
        **from_draft(draft),
    )
    refuse_if_sealed(sha256, report.text_print)
    return _stored(report, by)


def from_draft(draft: Draft) -> dict[str, Any]:
    """What a report keeps of its draft. The text is kept once, in the report, and left out of the draft."""
    written = draft.as_json()
    text = written["source"].pop("text")
    return {
        "media_type": draft.source.media_type,
        "text": text,
        "text_print": text_print(text),
        "language": draft.source.language or "",
        "published": draft.source.published or "",
        "draft": written | {"source": written["source"] | {"text": ""}},
    }


def _stored(report: Report, by: Member | None) -> Report:
    try:
        with transaction.atomic():
            report.save()
            record("report.received", report, by, name=report.name, may_leave=report.may_leave)
            have_repeats_found(report)
            report_came(report)
    except IntegrityError:
        # Somebody else brought in the same bytes in the same moment.
        return Report.objects.get(sha256=report.sha256)
    return report
