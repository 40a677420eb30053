"""Is this report a copy, a translation or a newer version of another? Found when it comes in; a person judges."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on_report, on_report, reports_for
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.errors import CannotReview
from tocsin.reports.label import report_label
from tocsin.reports.models import RepeatJudgement, RepeatKind, RepeatProposal, Report
from tocsin.reports.repeats.judge import end_repeat, judge_repeat
from tocsin.reports.repeats.queries import waiting

from .typed_key import typed_key


@dataclass(frozen=True)
class Likely:
    other: Report
    label: str
    kind: str
    kind_words: str
    percent: int


@on_report(Role.VIEWER)
def report_repeats(request: HttpRequest, public_id: str) -> HttpResponse:
    return repeats_page(request, get_object_or_404(Report, public_id=public_id))


def repeats_page(request: HttpRequest, report: Report, wrong: str = "") -> HttpResponse:
    by = member_of(request)
    page = {
        "report": report,
        "likely": _likely(report, by),
        "is_compared": bool(report.sealed_at) or report.prints.exists(),
        "judged": _judged(report, by),
        "kinds": RepeatKind.choices,
        "may_review": holds_on_report(report, by, Role.REVIEWER),
        "wrong": wrong,
    }
    return render(request, "desk/report_repeats.html", page, status=422 if wrong else 200)


def _judged(report: Report, by: Member) -> list[tuple[RepeatJudgement, str]]:
    """What stands, and the other report in words; one of a case that the member is not on is not described."""
    standing = RepeatJudgement.objects.filter(report=report, ended_at__isnull=True)
    others = list(standing.select_related("other", "judged_by"))
    seen = set(
        reports_for(by, Report.objects.filter(pk__in=[j.other_id for j in others])).values_list(
            "pk", flat=True
        )
    )
    hidden = _("a report of a case that you are not on")
    return [(j, report_label(j.other) if j.other_id in seen else hidden) for j in others]


def _likely(report: Report, by: Member) -> list[Likely]:
    """Earlier reports that the member may see and that nobody judged beside this one, the likest first."""
    seen = reports_for(by, Report.objects.all())
    found = waiting(seen).filter(report=report).select_related("other")
    return [_row(proposal) for proposal in found.defer("other__original", "other__draft", "other__text")]


def _row(found: RepeatProposal) -> Likely:
    words = str(RepeatKind(found.kind).label)
    return Likely(found.other, report_label(found.other), found.kind, words, round(100 * found.score))


@on_report(Role.REVIEWER)
@require_POST
def report_repeat_judge(request: HttpRequest, public_id: str) -> HttpResponse:
    report, by = get_object_or_404(Report, public_id=public_id), member_of(request)
    other = get_object_or_404(
        reports_for(by, Report.objects.all()), pk=typed_key(request.POST.get("other", ""))
    )
    kind, proposal = request.POST.get("kind", ""), report.may_repeat.filter(other=other).first()
    try:
        judge_repeat(report, other, kind, by, score=proposal.score if proposal else None)
    except CannotReview as error:
        return repeats_page(request, report, str(error))
    return redirect("report_changes" if kind == RepeatKind.VERSION else "report_repeats", public_id)


@on_report(Role.REVIEWER)
@require_POST
def report_repeat_undo(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    judgement = get_object_or_404(RepeatJudgement, pk=pk, report__public_id=public_id)
    try:
        end_repeat(judgement, member_of(request))
    except CannotReview as error:
        return repeats_page(request, judgement.report, str(error))
    return redirect("report_repeats", public_id)
