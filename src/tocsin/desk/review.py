"""The review: the report's text with lit spans on one side, the draft as cards on the other."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from tocsin.cases.access import case_of, holds_on_report, on_report, reports_for
from tocsin.language.asks_confidence import asks_confidence
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.autosave import unsaved
from tocsin.reports.decide import UNDER_REVIEW
from tocsin.reports.models import Report, ReportState, ReviewItem, Section
from tocsin.reports.queries import review_items, sentences
from tocsin.reports.repeats.queries import count_waiting
from tocsin.reports.sitting import at_work

from .beside_rows import alarm, beside_rows
from .lit_text import lit_text
from .review_bar import bar, head
from .review_card import Clash, Typed
from .review_cards import Desk, section_cards
from .review_opinion import second_opinion
from .review_parts import card_parts, wants_parts
from .review_unplaced import ADDED_FROM_WORDS, ONE_WORD, placed
from .review_warnings import warned
from .typed_key import typed_key


def find_report(public_id: str) -> Report:
    """Raises Http404."""
    return get_object_or_404(Report.objects.defer("original"), public_id=public_id)


@on_report(Role.VIEWER)
def report(request: HttpRequest, public_id: str) -> HttpResponse:
    """The page, or the one card that it asks for."""
    report = find_report(public_id)
    item = report.items.filter(pk=typed_key(request.GET.get("open", ""))).first()
    if holds_on_report(report, member_of(request), Role.REVIEWER) and report.state in UNDER_REVIEW:
        at_work(report, member_of(request), item)
    if item and wants_parts(request):
        return card_parts(request, report, [item.pk])
    return review_page(request, report, item)


def review_page(
    request: HttpRequest,
    report: Report,
    opened: ReviewItem | None = None,
    wrong: Mapping[str, tuple[str, str]] | None = None,
    clash: Clash | None = None,
    **more: Any,
) -> HttpResponse:
    """The page; `wrong` is what was typed at a place and why it could not be read, `more` holds other forms with errors."""
    if report.sealed_at:
        return redirect("report_kept", report.public_id)
    opinion = second_opinion(report)  # before the items: what is said to be done must be among them
    items, all_sentences = review_items(report), sentences(report)
    typed = Typed(unsaved(report, member_of(request)), wrong or {})
    desk = Desk(report, len(items), opened.pk if opened else None, typed, clash)
    cards = section_cards(items, desk)
    page = {
        "report": report,
        "case": case_of(report, member_of(request)),
        "may_review": holds_on_report(report, member_of(request), Role.REVIEWER),
        "is_under_review": report.state in UNDER_REVIEW,
        "may_repeat": _may_repeat(request, report),
        "revised_by": reports_for(member_of(request), report.revisions.only("public_id")).distinct(),
        "asks_for_date": _asks_for_date(report),
        "published_typed": typed.at("published"),
        "text": lit_text(report.text, all_sentences, items),
        "sections": cards,
        "warnings": warned(report.draft, all_sentences),
        "found": _found(report),
        "alarm": alarm(beside_rows(report, items)),
        **bar(report, member_of(request)),
        **_confidence(report, member_of(request)),
        **head(report, member_of(request)),
        **placed(all_sentences),
        "mark_sections": [(s.value, ONE_WORD[s]) for s in ADDED_FROM_WORDS],
        **opinion,
        **more,
    }
    return render(request, "desk/review.html", page, status=_status(wrong, clash, more))


def _confidence(report: Report, by: Member) -> dict[str, Any]:
    """Whether the text asks for confidence, and who may open it: a question only as long as no case has it."""
    return {
        "asks_confidence": asks_confidence(report.text),
        "may_be_confidential": report.state != ReportState.ACCEPTED,
        "may_contribute": holds_on_report(report, by, Role.CONTRIBUTOR),
    }


def _status(wrong: object, clash: object, more: object) -> int:
    if clash:
        return 409
    return 422 if wrong or more else 200


def _may_repeat(request: HttpRequest, report: Report) -> int:
    """How many earlier reports that the member may see it looks like."""
    seen = reports_for(member_of(request), Report.objects.all())
    return count_waiting([report.pk], seen).get(report.pk, 0)


def _asks_for_date(report: Report) -> bool:
    """The date comes first: by its light the reader dates everything else."""
    waits = report.state in (ReportState.RECEIVED, ReportState.IN_REVIEW)
    return waits and not report.published


def _found(report: Report) -> list[tuple[Section, int]]:
    """How much the reader found, for the page before the review."""
    counts = [(s, len(report.draft[s])) for s in Section if s != Section.SOURCE]
    return [(section, count) for section, count in counts if count]
