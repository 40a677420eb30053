"""What a reviewer does with a report as a whole: each form comes back to the place it was pressed at."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_report
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.access import is_kept_from
from tocsin.reports.ask_second_reader import ask_second_reader
from tocsin.reports.autosave import forget_typed
from tocsin.reports.errors import CannotReview
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.models import Report
from tocsin.reports.open_review import open_review
from tocsin.reports.set_aside import set_aside, take_back
from tocsin.reports.set_confidential import set_confidential
from tocsin.reports.set_may_leave import set_may_leave
from tocsin.reports.set_published import set_published

from .review import find_report, review_page
from .review_back import back_to


@on_report(Role.REVIEWER)
@require_POST
def report_open(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    return _done(request, report, lambda: open_review(report, member_of(request)))


@on_report(Role.REVIEWER)
@require_POST
def report_published(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    typed = request.POST.get("published", "")
    try:
        is_read_again = set_published(report, typed, member_of(request))
    except CannotRead as error:
        return review_page(request, report, published_error=str(error), published_typed=typed)
    except CannotReview as error:
        messages.error(request, str(error))
    else:
        forget_typed(report, ["published"], member_of(request))
        messages.success(request, _read_again() if is_read_again else _kept())
    return back_to(report)


def _read_again() -> str:
    return _("The date is stored, and the report was read again by its light.")


def _kept() -> str:
    return _(
        "The date is stored. The draft stays as it is, since you decided on parts of it: correct its dates."
    )


@on_report(Role.REVIEWER)
@require_POST
def report_set_aside(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    reason = request.POST.get("reason", "")
    return _done(request, report, lambda: set_aside(report, member_of(request), reason))


@on_report(Role.REVIEWER)
@require_POST
def report_take_back(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    return _done(request, report, lambda: take_back(report, member_of(request)))


@on_report(Role.REVIEWER)
@require_POST
def report_may_leave(request: HttpRequest, public_id: str) -> HttpResponse:
    report = find_report(public_id)
    return _done(
        request, report, lambda: set_may_leave(report, "may_leave" in request.POST, member_of(request))
    )


@on_report(Role.CONTRIBUTOR)
@require_POST
def report_confidential(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who may open it before a case takes it. A reviewer, or whoever brought it in, may open it for all again."""
    report, is_confidential = find_report(public_id), "is_confidential" in request.POST
    by = member_of(request)
    answer = _done(request, report, lambda: set_confidential(report, is_confidential, by))
    report.refresh_from_db(fields=["confidential_at"])
    return redirect("desk_home") if is_kept_from(report, by) else answer


@on_report(Role.REVIEWER)
@require_POST
def report_opinion(request: HttpRequest, public_id: str) -> HttpResponse:
    """Asks a second reader; a worker does it, and the page says how it stands."""
    report = find_report(public_id)
    return _done(request, report, lambda: ask_second_reader(report, member_of(request)), "opinion")


def _done(request: HttpRequest, report: Report, act: Callable[[], object], anchor: str = "") -> HttpResponse:
    try:
        act()
    except CannotReview as error:
        messages.error(request, str(error))
    return back_to(report, anchor=anchor)
