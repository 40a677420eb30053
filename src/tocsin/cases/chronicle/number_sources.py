"""The sources of a chronicle, numbered by the day they were published."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from tocsin.cases.models import Case
from tocsin.cases.view import CaseView, Source
from tocsin.language.edtf import first_day
from tocsin.reports.models import Report

from .entry import NumberedSource

KEPT = ("sha256", "language", "received_at", "repeats_id", "sealed_at")


def number_reports(case: Case, view: CaseView, cited: Iterable[int] | None) -> tuple[NumberedSource, ...]:
    """Those of `cited` alone where it is given: in public a report that nothing shown was read from is not named."""
    kept = {row["pk"]: row for row in Report.objects.filter(cases=case).values("pk", *KEPT)}
    only = set(kept) if cited is None else set(cited)
    sources = sorted((s for s in view.reports if s.report in only and s.report in kept), key=_published)
    numbers = {source.report: n for n, source in enumerate(sources, 1)}
    return tuple(_numbered(source, numbers, kept[source.report]) for source in sources)


def _numbered(source: Source, numbers: dict[int, int], kept: Any) -> NumberedSource:
    return NumberedSource(
        number=numbers[source.report],
        report=source.report,
        label=source.label,
        publisher=source.publisher,
        published=source.published,
        url=source.url,
        sha256=kept["sha256"],
        public_id=source.public_id,
        language=kept["language"],
        received_at=kept["received_at"],
        repeats=numbers.get(kept["repeats_id"]),
        is_sealed=kept["sealed_at"] is not None,
    )


def _published(source: Source) -> tuple[date, int]:
    return first_day(source.published), source.report
