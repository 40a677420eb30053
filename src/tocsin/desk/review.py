"""The review: the report's text with lit spans on one side, the draft as cards on the other."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tocsin.cases.access import case_of, holds_on_report, on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.codes import Use
from tocsin.reports.decide import UNDER_REVIEW
from tocsin.reports.models import Report, ReportState, ReviewItem, Section
from tocsin.reports.queries import Progress, Sentence, review_items, sentences

from .beside_rows import alarm, beside_rows
from .lit_text import lit_text
from .review_cards import Wrong, section_cards
from .review_opinion import second_opinion
from .review_warnings import warned

# What a sentence can be made into, and what a reviewer may say of it instead.
SECTIONS_OF_A_SENTENCE = (
    Section.INCIDENTS,
    Section.STATEMENTS,
    Section.DEMANDS,
    Section.ASKS,
    Section.GROUPS,
    Section.PEOPLE,
)
USES_OF_A_SENTENCE = (Use.OPINION, Use.BACKGROUND, Use.FURNITURE, Use.USED)


def find_report(public_id: str) -> Report:
    """Raises Http404."""
    return get_object_or_404(Report.objects.defer("original"), public_id=public_id)


@on_report(Role.VIEWER)
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    opened = request.GET.get("open", "")
    return review_page(request, find_report(public_id), int(opened) if opened.isdecimal() else None)


def review_page(
    request: HttpRequest,
    report: Report,
    opened: int | None = None,
    wrong: Wrong | None = None,
    **more: Any,
) -> HttpResponse:
    """The page; `wrong` is a correction that could not be read, `more` holds other forms with errors."""
    if report.sealed_at:
        return redirect("report_kept", report.public_id)
    items = review_items(report)
    all_sentences = sentences(report)
    page = {
        "report": report,
        "case": case_of(report, member_of(request)),
        "may_review": holds_on_report(report, member_of(request), Role.REVIEWER),
        "is_under_review": report.state in UNDER_REVIEW,
        "asks_for_date": _asks_for_date(report),
        "text": lit_text(report.text, all_sentences, items),
        "sections": section_cards(report, items, opened, wrong),
        "warnings": warned(report.draft, all_sentences),
        "found": _found(report),
        "alarm": alarm(beside_rows(report, items)),
        "sentence_sections": [(s.value, s.label) for s in SECTIONS_OF_A_SENTENCE],
        "sentence_uses": [(u.value, u.label) for u in USES_OF_A_SENTENCE],
        **_progress(items, all_sentences),
        **second_opinion(report),
        **more,
    }
    return render(request, "desk/review.html", page, status=422 if wrong or more else 200)


def _progress(items: list[ReviewItem], all_sentences: list[Sentence]) -> dict[str, Any]:
    fields = [field for item in items for field in item.fields.all()]
    unplaced = [s for s in all_sentences if s.use == Use.UNPLACED]
    done = Progress(
        decided=sum(f.decision != "proposed" for f in fields),
        total=len(fields),
        taken=sum(f.is_taken for f in fields),
        unplaced=len(unplaced),
    )
    return {
        "progress": done,
        "unplaced": unplaced,
        "placed_by_hand": [s for s in all_sentences if s.is_marked and s.use != Use.UNPLACED],
        "to_hold": sum(f.is_taken and not f.is_held for f in fields),
    }


def _asks_for_date(report: Report) -> bool:
    """The date comes first: by its light the reader dates everything else."""
    waits = report.state in (ReportState.RECEIVED, ReportState.IN_REVIEW)
    return waits and not report.published


def _found(report: Report) -> list[tuple[Section, int]]:
    """How much the reader found, for the page before the review."""
    counts = [(s, len(report.draft[s])) for s in Section if s != Section.SOURCE]
    return [(section, count) for section, count in counts if count]
