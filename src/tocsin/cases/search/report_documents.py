"""Reports as they may be found. A sealed one cannot be."""

from collections.abc import Iterable, Iterator
from typing import Any

from tocsin.reports.models import Report

from ..models import SearchKind
from .documents import Document, dated

_NEEDED = ("name", "publisher", "text", "draft", "language", "published", "received_at", "sealed_at")
_AT_ONCE = 200  # reports in memory, with their drafts


def report_documents(keys: Iterable[int] | None = None) -> Iterator[Document]:
    """Of these reports, or of all."""
    reports = Report.objects.filter(sealed_at=None).only(*_NEEDED).order_by("pk")
    chosen = reports if keys is None else reports.filter(pk__in=list(keys))
    return map(_document, chosen.iterator(chunk_size=_AT_ONCE))


def _document(report: Report) -> Document:
    draft = report.draft or {}
    headline = (draft.get("headline") or {}).get("text") or ""
    return Document(
        kind=SearchKind.REPORT,
        about=("report", report.pk),
        title=headline or report.name,
        text=f"{report.name}\n{report.publisher}\n{report.text}",
        names=tuple(_names(draft)),
        country=(draft.get("country") or {}).get("code") or "",
        language=report.language,
        days=dated(report.published or report.received_at.date().isoformat()),
    )


def _names(draft: dict[str, Any]) -> Iterator[str]:
    for person in draft.get("people") or ():
        yield from filter(None, [person.get("name"), *(person.get("aliases") or ())])
