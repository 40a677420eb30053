"""Sealing a report: what it will do is said first, and a tick confirms that it was read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.cases.access import case_of, on_report, reports_for
from tocsin.cases.models import Claim
from tocsin.cases.seal import seal_report
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.errors import CannotReview
from tocsin.reports.label import report_label
from tocsin.reports.models import Report
from tocsin.reports.repeats.same_text import others_of_one_text


@on_report(Role.REVIEWER)
def report_seal(request: HttpRequest, public_id: str) -> HttpResponse:
    report = get_object_or_404(Report, public_id=public_id)
    if request.method != "POST":
        return _page(request, report)
    why = request.POST.get("why", "")
    if request.POST.get("understood") != "yes":
        return _page(request, report, why, _("Tick that you have read what will happen. Nothing was done."))
    try:
        count = seal_report(report, member_of(request), why)
    except CannotReview as error:
        return _page(request, report, why, str(error))
    messages.success(request, _done(count))
    return redirect("report_kept", report.public_id)


def _done(count: int) -> str:
    return ngettext(
        "Sealed. %(n)d claim was withdrawn with it.", "Sealed. %(n)d claims were withdrawn with it.", count
    ) % {"n": count}


def _page(request: HttpRequest, report: Report, why: str = "", wrong: str = "") -> HttpResponse:
    page = {
        "report": report,
        "case": case_of(report, member_of(request)),
        "claims_count": Claim.objects.filter(report=report, withdrawn_at=None).count(),
        "one_text": _one_text(report, member_of(request)),
        "why": why,
        "wrong": wrong,
    }
    return render(request, "desk/report_seal.html", page, status=422 if wrong else 200)


def _one_text(report: Report, by: Member) -> list[tuple[Report, str]]:
    """What keeps the words once this report is sealed; one of a case that the member is not on is not described."""
    others = others_of_one_text(report)
    seen = set(reports_for(by, others).values_list("pk", flat=True))
    return [(other, report_label(other) if other.pk in seen else "") for other in others]
