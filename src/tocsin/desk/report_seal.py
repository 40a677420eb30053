"""Sealing a report: what it will do is said first, and a tick confirms that it was read."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.cases.access import case_of, on_report
from tocsin.cases.models import Claim
from tocsin.cases.seal import seal_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import Report


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
        "why": why,
        "wrong": wrong,
    }
    return render(request, "desk/report_seal.html", page, status=422 if wrong else 200)
