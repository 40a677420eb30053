"""The contacts of a report beside the directory: a person says of each whether it is the same office."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.cases.access import case_of, holds_on_report, on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.choose_known import choose_known
from tocsin.reports.decide import UNDER_REVIEW
from tocsin.reports.errors import CannotReview
from tocsin.reports.kinds.known_office import Choice
from tocsin.reports.models import Report, ReviewItem, Section
from tocsin.reports.queries import review_items

from .beside_rows import BesideRow, alarm, beside_rows
from .review import find_report


@on_report(Role.VIEWER)
def report_beside(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    items = review_items(report)
    if not items:
        return redirect("report", public_id)  # a review that has not begun has nothing to compare
    rows = beside_rows(report, items)
    missions = [row for row in rows if row.is_mission]
    page = {
        "report": report,
        "case": case_of(report, member_of(request)),
        "rows": missions,
        "others": [row for row in rows if not row.is_mission],
        "chosen_count": sum(row.chosen is not None for row in missions),
        "sure_count": sum(row.is_sure for row in missions),
        "alarm": alarm(rows),
        "may_choose": report.state in UNDER_REVIEW
        and holds_on_report(report, member_of(request), Role.REVIEWER),
    }
    return render(request, "desk/review_beside.html", page)


@on_report(Role.REVIEWER)
@require_POST
def report_beside_choose(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """The word on one contact; the office meant is the one that the page showed, named in the form."""
    report = find_report(public_id)
    item = get_object_or_404(ReviewItem, pk=pk, report=report, section=Section.CONTACTS)
    choice, key = request.POST.get("choice", ""), request.POST.get("key", "")
    row = next((r for r in beside_rows(report, review_items(report)) if r.item.pk == item.pk), None)
    if choice not in Choice.values or row is None or not _still_stands(row, choice, key):
        messages.error(request, _("The directory knows another office there by now. Look again."))
    else:
        try:
            choose_known(item, Choice(choice), key, "for_all" in request.POST, member_of(request))
        except CannotReview as error:
            messages.error(request, str(error))
    return redirect(f"{reverse('report_beside', args=[public_id])}#contact-{pk}")


def _still_stands(row: BesideRow, choice: str, key: str) -> bool:
    known = row.found.mission.key if row.found.mission else ""
    return choice == Choice.PRINTED or (bool(key) and key == known)


@on_report(Role.REVIEWER)
@require_POST
@transaction.atomic
def report_beside_all(request: HttpRequest, public_id: str) -> HttpResponse:
    """'The same office' for every undecided contact that stands in the city where the directory has it."""
    report: Report = find_report(public_id)
    sure = [row for row in beside_rows(report, review_items(report)) if row.is_sure]
    try:
        for row in sure:
            key = row.found.mission.key if row.found.mission else ""
            choose_known(row.item, Choice.SAME, key, False, member_of(request))
    except CannotReview as error:
        messages.error(request, str(error))
    else:
        told = ngettext("%(n)d contact is noted.", "%(n)d contacts are noted.", len(sure))
        messages.success(request, told % {"n": len(sure)})
    return redirect("report_beside", public_id)
