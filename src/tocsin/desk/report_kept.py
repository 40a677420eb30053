"""A report as it is kept: its hash, how it came in, and the draft as it was read."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.cases.access import reports_for
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.reports.models import Report
from tocsin.reports.set_published import is_touched


def report_of(request: HttpRequest, public_id: str) -> Report:
    """A report that the member may see. Raises Http404."""
    return get_object_or_404(reports_for(member_of(request), Report.objects.all()), public_id=public_id)


@allowed(Role.VIEWER)
def report_kept(request: HttpRequest, public_id: str) -> HttpResponse:
    report = report_of(request, public_id)
    page = {
        "report": report,
        "case": report.cases.first(),
        "size": len(report.original),
        "draft": json.dumps(report.draft, ensure_ascii=False, indent=2) if report.draft else "",
        "is_judged": is_touched(report),
        "may_seal": member_of(request).holds(Role.REVIEWER) and not report.sealed_at,
    }
    return render(request, "desk/report_kept.html", page)
