"""What changed since the last version of a report: its words, its fields, and which decisions still stand."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.cases.access import case_of, holds_on_report, on_report, reports_for
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.carry_over import carry_over
from tocsin.reports.compare_versions import Pair, compare_versions, rests_on
from tocsin.reports.decide import UNDER_REVIEW
from tocsin.reports.errors import CannotReview
from tocsin.reports.fields import field
from tocsin.reports.models import Decision, Report, ReviewField
from tocsin.reports.repeats.revises import set_revises
from tocsin.reports.text_diff import Paragraph, text_diff

from .review import find_report
from .review_bar import field_words
from .typed_key import typed_key

# As many reports are offered as the version before.
MOST_OFFERED = 100


@on_report(Role.VIEWER)
def report_changes(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    earlier = _earlier(request, report)
    page = {
        "report": report,
        "earlier": earlier,
        "is_hidden": report.revises_id is not None and earlier is None,
        "case": case_of(report, member_of(request)),
        "may_review": holds_on_report(report, member_of(request), Role.REVIEWER),
        "is_under_review": report.state in UNDER_REVIEW,
        "offered": [] if report.revises_id else _others(request, report)[:MOST_OFFERED],
        **(_compared(earlier, report) if earlier and not earlier.sealed_at else {}),
    }
    return render(request, "desk/review_changes.html", page)


@on_report(Role.REVIEWER)
@require_POST
def report_revises(request: HttpRequest, public_id: str) -> HttpResponse:
    """Says which report is the version before; an empty choice takes it back."""
    report = find_report(public_id)
    chosen = request.POST.get("earlier", "")
    earlier = _others(request, report).filter(pk=typed_key(chosen)).first()
    try:
        if chosen and earlier is None:
            raise CannotReview(_("Choose a report from the list."))
        set_revises(report, earlier, member_of(request))
    except CannotReview as error:
        messages.error(request, str(error))
    return redirect("report_changes", public_id)


@on_report(Role.REVIEWER)
@require_POST
def report_carry(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    try:
        if _earlier(request, report) is None:
            raise CannotReview(_("You are not on the case that holds the version before."))
        count = carry_over(report, member_of(request))
    except CannotReview as error:
        messages.error(request, str(error))
    else:
        told = ngettext("%(n)d decision is carried over.", "%(n)d decisions are carried over.", count)
        messages.success(request, told % {"n": count})
    return redirect("report_changes", public_id)


def _others(request: HttpRequest, report: Report) -> Any:
    """What the member may see and say that this report revises."""
    seen = reports_for(member_of(request), Report.objects.defer("original", "text", "draft"))
    return seen.filter(sealed_at=None).exclude(pk=report.pk)


def _earlier(request: HttpRequest, report: Report) -> Report | None:
    """The version before, where the member may see it."""
    seen = reports_for(member_of(request), Report.objects.defer("original"))
    return seen.filter(pk=report.revises_id).first() if report.revises_id else None


def _compared(earlier: Report, report: Report) -> dict[str, Any]:
    compared = compare_versions(earlier, report)
    return {
        "runs": _runs(text_diff(earlier.text, report.text)),
        "to_carry": [(field_words(now), _said(was)) for was, now in compared.to_carry],
        "changed": [_both(pair, earlier, report) for pair in compared.changed],
        "new": [(field_words(row), _said(row)) for row in compared.new],
        "vanished": [(field_words(row), _said(row)) for row in compared.vanished],
        "same_count": len(compared.same),
    }


def _runs(paragraphs: list[Paragraph]) -> list[tuple[bool, list[Paragraph]]]:
    """(whether unchanged, paragraphs), so that a page can fold what stayed."""
    return [(is_same, list(run)) for is_same, run in groupby(paragraphs, key=lambda p: p.is_same)]


def _both(pair: Pair, earlier: Report, report: Report) -> tuple[str, str, str]:
    """What the field says in each version; where it says the same, the words that it rests on."""
    was, now = pair
    before, after = _value(was), _value(now)
    if before == after:
        before, after = f"“{rests_on(was, earlier)}”", f"“{rests_on(now, report)}”"
    return field_words(now), _with_decision(before, was), _with_decision(after, now)


def _said(row: ReviewField) -> str:
    """The value with what was decided, where something was: 'lawyer (accepted)'."""
    return _with_decision(_value(row), row)


def _value(row: ReviewField) -> str:
    return "" if row.value is None else field(row.item.section, row.name).kind.words(row.value)


def _with_decision(words: str, row: ReviewField) -> str:
    return words if row.decision == Decision.PROPOSED else f"{words} ({row.get_decision_display()})"
