"""Reports as lines: the day that each came out."""

from django.utils.translation import gettext as _

from .dating import dating
from .entry import Entry, EntryKind, NumberedSource

LANE = "reports"


def report_entry(source: NumberedSource) -> Entry:
    return Entry(
        key=f"report-{source.report}",
        kind=EntryKind.REPORT,
        lane=LANE,
        what=EntryKind.REPORT,
        dating=dating(source.published),
        title=source.label,
        who=source.publisher,
        remarks=_remarks(source),
        sources=(source.number,),
    )


def _remarks(source: NumberedSource) -> tuple[str, ...]:
    repeats = (_("the same text as [%(n)s]: one source") % {"n": source.repeats},) if source.repeats else ()
    return (*repeats, _("sealed: consent was withdrawn")) if source.is_sealed else repeats
