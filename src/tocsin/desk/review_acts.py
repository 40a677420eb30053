"""What a reviewer does on the review page: each form comes back to the place it was pressed at."""

from collections.abc import Callable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_report
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.ask_second_reader import ask_second_reader
from tocsin.reports.decide import accept, correct, reject, show, undo
from tocsin.reports.errors import CannotReview
from tocsin.reports.fields import field as field_of
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.models import Decision, Report, ReviewField, ReviewItem
from tocsin.reports.open_review import open_review
from tocsin.reports.set_aside import set_aside, take_back
from tocsin.reports.set_may_leave import set_may_leave
from tocsin.reports.set_published import set_published

from .review import find_report, review_page
from .review_cards import Wrong


def back_to(report: Report, item: ReviewItem | None = None, anchor: str = "") -> HttpResponseRedirect:
    """The review page, with the item's card open, at the item or another anchor."""
    address = reverse("report", args=[report.public_id])
    opened = f"?open={item.pk}" if item else ""
    anchor = anchor or (f"item-{item.pk}" if item else "")
    return redirect(f"{address}{opened}" + (f"#{anchor}" if anchor else ""))


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


@on_report(Role.REVIEWER)
@require_POST
def report_section(request: HttpRequest, public_id: str) -> HttpResponse:
    """Accepts whatever is undecided in a section, but what a second reader suggested: that is looked at one by one."""
    report = find_report(public_id)
    section = request.POST.get("section", "")
    rows = ReviewField.objects.filter(
        item__report=report,
        item__section=section,
        item__suggested_by="",
        decision=Decision.PROPOSED,
        held_at=None,
    )
    try:
        accept(rows, member_of(request), may_be_shown=True if request.POST.get("shown") else None)
    except CannotReview as error:
        messages.error(request, str(error))
    return back_to(report, anchor=f"section-{section}")


@on_report(Role.REVIEWER)
@require_POST
def report_item(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One item's form. `act` is the button pressed: 'accept', 'reject', 'show', 'VERB-FIELD', or 'enter' for none."""
    report = find_report(public_id)
    item = get_object_or_404(ReviewItem, pk=pk, report=report)
    rows = [f for f in item.fields.all() if not f.is_held]
    pressed = request.POST.get("act", "")
    act, _dash, field_pk = (_entered(request, rows) if pressed == "enter" else pressed).partition("-")
    try:
        if field_pk:
            row = get_object_or_404(ReviewField, pk=field_pk if field_pk.isdecimal() else 0, item=item)
            return _one(request, act, row)
        _whole(act, rows, _ticked(request), member_of(request))
    except CannotReview as error:
        messages.error(request, str(error))
    return back_to(report, anchor=f"item-{pk}") if "lean" in request.POST else back_to(report, item)


def _entered(request: HttpRequest, rows: list[ReviewField]) -> str:
    """Enter was hit in a line: the correction that it held, else what is ticked."""
    for row in rows:
        now = field_of(row.item.section, row.name).kind.typed(row.value)
        if request.POST.get(f"value-{row.pk}", now) != now:
            return f"correct-{row.pk}"
    return "show"


def _ticked(request: HttpRequest) -> set[str]:
    """The fields whose "may be shown" is ticked."""
    return set(request.POST.getlist("shown"))


@transaction.atomic
def _whole(act: str, rows: list[ReviewField], ticked: set[str], by: Member) -> None:
    undecided = [r for r in rows if r.decision == Decision.PROPOSED]
    if act == "reject":
        reject(undecided or rows, by)
        return
    if act == "accept":
        accept(undecided, by)
    for shown in (True, False):
        show([r for r in rows if (str(r.pk) in ticked) == shown], by, shown)


def _one(request: HttpRequest, act: str, row: ReviewField) -> HttpResponse:
    by, shown = member_of(request), str(row.pk) in _ticked(request)
    if act == "accept":
        accept([row], by, shown)
    elif act == "reject":
        reject([row], by)
    elif act == "undo":
        undo([row], by)
    elif act == "correct":
        typed = request.POST.get(f"value-{row.pk}", "")
        try:
            correct(row, field_of(row.item.section, row.name).kind.read(typed), by, shown)
        except CannotRead as error:
            return review_page(request, row.item.report, row.item_id, Wrong(row.pk, typed, str(error)))
    return back_to(row.item.report, row.item, f"field-{row.pk}")
