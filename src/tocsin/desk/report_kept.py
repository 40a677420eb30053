"""A report as it is kept: its hash, how it came in, and the draft as it was read."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.cases.access import case_of, holds_on_report, on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.models import Report
from tocsin.reports.set_published import is_touched


@on_report(Role.VIEWER)
def report_kept(request: HttpRequest, public_id: str) -> HttpResponse:
    report, by = get_object_or_404(Report, public_id=public_id), member_of(request)
    page = {
        "report": report,
        "case": case_of(report, by),
        "size": len(report.original),
        "draft": json.dumps(report.draft, ensure_ascii=False, indent=2) if report.draft else "",
        "is_judged": is_touched(report),
        "may_seal": holds_on_report(report, by, Role.REVIEWER) and not report.sealed_at,
    }
    return render(request, "desk/report_kept.html", page)
