"""What pages ask of reports and their review."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.db.models.fields.json import KT

from .codes import Use
from .models import TAKEN, Decision, Report, ReportState, ReviewField, ReviewItem

BULK = ("original", "text", "draft")  # what pages and decisions about single fields need nothing of
WAITING = {ReportState.RECEIVED, ReportState.IN_REVIEW}


@dataclass(frozen=True)
class Progress:
    """How far a review is. Rejected fields are decided, and not taken."""

    decided: int
    total: int
    taken: int
    unplaced: int = 0

    @property
    def undecided(self) -> int:
        return self.total - self.decided


def progress(report: Report) -> Progress:
    counts: Counter[str] = Counter(
        ReviewField.objects.filter(item__report=report).values_list("decision", flat=True)
    )
    total = counts.total()
    taken = sum(counts[d] for d in TAKEN)
    unplaced = sum(s.use == Use.UNPLACED for s in sentences(report))
    return Progress(total - counts[Decision.PROPOSED], total, taken, unplaced)


def reports_with_progress() -> QuerySet[Report]:
    """All reports, newest first, without text and draft.

    Each has its `headline` and `country` as read, `fields_total` and `fields_decided`.
    """
    decided = ~Q(items__fields__decision=Decision.PROPOSED)
    return (
        Report.objects.defer(*BULK)
        .select_related("received_by")
        .annotate(
            headline=KT("draft__headline__text"),
            country=KT("draft__country__code"),
            fields_total=Count("items__fields"),
            fields_decided=Count("items__fields", filter=decided & Q(items__fields__isnull=False)),
        )
    )


def with_reports(fields: QuerySet[ReviewField]) -> QuerySet[ReviewField]:
    """With item and report at hand, without the report's bulk, which would be read anew for each field."""
    return fields.select_related("item__report").defer(*(f"item__report__{name}" for name in BULK))


def review_items(report: Report) -> list[ReviewItem]:
    """Every item of the review with its fields, in the order of the sections' positions."""
    return with_fields(report.items.all())


def with_fields(items: QuerySet[ReviewItem]) -> list[ReviewItem]:
    """These items with all that their cards say."""
    return list(items.prefetch_related("fields__decided_by").select_related("added_by"))


@dataclass(frozen=True)
class Sentence:
    """One sentence or line of a report: `use` is the reviewer's word, else the reader's."""

    start: int
    end: int
    text: str
    use: str
    is_marked: bool

    @property
    def label(self) -> str:
        return str(Use(self.use).label)


def sentences(report: Report) -> list[Sentence]:
    """All sentences in the order of the text, with what became of each."""
    marks = dict(report.marks.values_list("start", "use"))
    added = {tuple(span) for item in report.items.filter(added_by__isnull=False) for span in item.spans}
    return [_sentence(report, placed, marks, added) for placed in report.draft.get("coverage", ())]


def _sentence(
    report: Report, placed: dict[str, Any], marks: dict[int, str], added: set[tuple[int, ...]]
) -> Sentence:
    start, end = placed["span"]
    use = marks.get(start, Use.USED if (start, end) in added else placed["use"])
    return Sentence(start, end, report.text[start:end], use, start in marks)
