"""One thing that came in: whether it is read yet, why it could not be, and what to do then."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from tocsin.cases.access import arrivals_for, reports_for
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role
from tocsin.members.record import record
from tocsin.reports.arrivals.dismiss import DISMISSIBLE, dismiss
from tocsin.reports.arrivals.queries import UNDER_WAY, arrivals
from tocsin.reports.arrivals.try_again import try_again
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import UNASKED, Arrival, ArrivalState, Report


class DismissForm(forms.Form):
    sure = forms.BooleanField(label=gettext_lazy("Yes, delete its bytes for good"))


def find_arrival(request: HttpRequest, public_id: str) -> Arrival:
    """Raises Http404, also for what became a report of a case that the member is not on."""
    return get_object_or_404(arrivals_for(member_of(request), arrivals()), public_id=public_id)


@allowed(Role.VIEWER)
def arrival(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, find_arrival(request, public_id), DismissForm())


def _page(request: HttpRequest, found: Arrival, form: DismissForm, wrong: str = "") -> HttpResponse:
    member = member_of(request)
    page = {
        "arrival": found,
        "has_bytes": Arrival.objects.filter(pk=found.pk).exclude(data=b"").exists(),
        "report": _report(request, found),
        "is_unasked": found.report_id is None and found.way in UNASKED,
        "is_under_way": found.state in UNDER_WAY,
        "may_take": member.holds(Role.CONTRIBUTOR),
        "may_try": member.holds(Role.CONTRIBUTOR) and found.state == ArrivalState.FAILED,
        "may_dismiss": member.holds(Role.REVIEWER) and found.state in DISMISSIBLE,
        "form": form,
        "wrong": wrong,
    }
    return render(request, "desk/arrival.html", page, status=422 if form.errors or wrong else 200)


def _report(request: HttpRequest, found: Arrival) -> Report | None:
    """The report that it became or repeats, unless that is part of a case that the member is not on."""
    if found.report_id is None:
        return None
    return (
        reports_for(member_of(request), Report.objects.filter(pk=found.report_id)).only("public_id").first()
    )


def to_arrival(request: HttpRequest, stored: Arrival) -> HttpResponse:
    """To its report where there is one, else to the page where it waits."""
    now = find_arrival(request, str(stored.public_id))
    report = _report(request, now)
    if report is None:
        return redirect("arrival", now.public_id)
    if now.state == ArrivalState.READ:
        messages.success(request, _("The report is stored, word for word."))
    else:
        messages.info(request, now.reason or _("This text was brought in before: here it is."))
    return redirect("report", report.public_id)


@allowed(Role.CONTRIBUTOR)
@require_safe
def arrival_file(request: HttpRequest, public_id: str) -> HttpResponse:
    """The bytes as they came in: to keep, since no browser should open what we could not; noted in the trail."""
    found = find_arrival(request, public_id)
    data = bytes(Arrival.objects.only("data").get(pk=found.pk).data)
    if not data:
        raise Http404
    record("arrival.taken", found, member_of(request), sha256=found.sha256)
    named = content_disposition_header(True, found.name.rpartition("/")[2])
    headers = {"Content-Disposition": named or "attachment", "Cache-Control": "no-store"}
    return HttpResponse(data, content_type="application/octet-stream", headers=headers)


@allowed(Role.CONTRIBUTOR)
@require_POST
def arrival_again(request: HttpRequest, public_id: str) -> HttpResponse:
    found = find_arrival(request, public_id)
    try:
        try_again(found, member_of(request))
    except CannotReview as error:
        return _page(request, found, DismissForm(), str(error))
    return to_arrival(request, found)


@allowed(Role.REVIEWER)
@require_POST
def arrival_dismiss(request: HttpRequest, public_id: str) -> HttpResponse:
    found = find_arrival(request, public_id)
    form = DismissForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    try:
        dismiss(found, member_of(request))
    except CannotReview as error:
        return _page(request, found, DismissForm(), str(error))
    messages.success(request, _("Dismissed: its bytes are deleted."))
    return redirect("desk_home")
