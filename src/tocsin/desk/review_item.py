"""Decisions on the review page: a field's, a whole card's, a whole section's."""

from collections.abc import Mapping

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_report
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.autosave import forget_typed
from tocsin.reports.decide import accept, correct, reject, show, undo
from tocsin.reports.errors import CannotReview
from tocsin.reports.fields import field as field_of
from tocsin.reports.kinds.kind import CannotRead
from tocsin.reports.models import Decision, Report, ReviewField, ReviewItem, Section
from tocsin.reports.version import ChangedMeanwhile, Seen, version

from .review import find_report, review_page
from .review_back import back_to, changed
from .review_card import Clash
from .review_clash import clash_of
from .review_parts import card_parts, section_parts, wants_parts
from .typed_key import typed_key


@on_report(Role.REVIEWER)
@require_POST
def report_section(request: HttpRequest, public_id: str) -> HttpResponse:
    """Accepts whatever is undecided in a section, but what a second reader suggested: that is looked at one by one."""
    report = find_report(public_id)
    section = request.POST.get("section", "")
    if section not in Section.values:
        return back_to(report)
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
    if wants_parts(request):
        return section_parts(request, report, section)
    return back_to(report, anchor=f"section-{section}")


@on_report(Role.REVIEWER)
@require_POST
def report_item(request: HttpRequest, public_id: str, pk: int) -> HttpResponse:
    """One item's form. `act` is the button pressed: 'accept', 'reject', 'show', 'VERB-FIELD', or 'enter' for none."""
    report = find_report(public_id)
    item = get_object_or_404(ReviewItem, pk=pk, report=report)
    rows = [f for f in item.fields.select_related("decided_by", "item") if not f.is_held]
    pressed = request.POST.get("act", "")
    act, _dash, field_pk = (_entered(request, rows) if pressed == "enter" else pressed).partition("-")
    try:
        if field_pk:
            row = get_object_or_404(ReviewField, pk=typed_key(field_pk), item=item)
            return _one(request, report, act, row)
        left = _whole(act, rows, _ticked(request), member_of(request), seen_by(request))
    except CannotReview as error:
        messages.error(request, str(error))
    else:
        if left:
            messages.warning(request, _left(left))
    return changed(request, report, item)


def seen_by(request: HttpRequest) -> dict[int, str]:
    """What the page that was pressed on showed of each decided field."""
    pairs = (pair.partition(":") for pair in request.POST.get("seen", "").split())
    return {typed_key(pk): seen for pk, _colon, seen in pairs}


def _left(rows: list[ReviewField]) -> str:
    who = ", ".join(sorted({str(r.decided_by) for r in rows if r.decided_by})) or _("Somebody")
    return _("%(who)s has decided on some of this meanwhile. That stays as it is: look at it.") % {"who": who}


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
def _whole(act: str, rows: list[ReviewField], ticked: set[str], by: Member, seen: Seen) -> list[ReviewField]:
    """Acts on what is as it was seen; what somebody changed meanwhile is left, and returned."""
    as_seen = [r for r in rows if version(r) == seen.get(r.pk, "")]
    undecided = [r for r in as_seen if r.decision == Decision.PROPOSED]
    if act == "reject":
        reject(undecided or as_seen, by)
    else:
        if act == "accept":
            accept(undecided, by)
        for shown in (True, False):
            show([r for r in as_seen if (str(r.pk) in ticked) == shown], by, shown)
    return [r for r in rows if r not in as_seen]


def _one(request: HttpRequest, report: Report, act: str, row: ReviewField) -> HttpResponse:
    typed = request.POST.get(f"value-{row.pk}", "")
    try:
        if act != "keep":
            _decide(act, row, typed, request)
    except CannotRead as error:
        return _again(request, report, row, wrong={f"value-{row.pk}": (typed, str(error))})
    except ChangedMeanwhile as error:
        clash = clash_of(error.fields[0], act, typed)
        if clash:
            return _again(request, report, row, clash=clash)
    forget_typed(report, [f"value-{row.pk}"], member_of(request))
    return changed(request, report, row.item, f"field-{row.pk}")


def _decide(act: str, row: ReviewField, typed: str, request: HttpRequest) -> None:
    by, shown, seen = member_of(request), str(row.pk) in _ticked(request), seen_by(request)
    if act == "accept":
        accept([row], by, shown, seen)
    elif act == "reject":
        reject([row], by, seen)
    elif act == "undo":
        undo([row], by, seen)
    elif act == "correct":
        correct(row, field_of(row.item.section, row.name).kind.read(typed), by, shown, seen)


def _again(
    request: HttpRequest,
    report: Report,
    row: ReviewField,
    wrong: Mapping[str, tuple[str, str]] | None = None,
    clash: Clash | None = None,
) -> HttpResponse:
    """The card once more, with what did not go through."""
    if wants_parts(request):
        return card_parts(request, report, [row.item_id], wrong, clash)
    return review_page(request, report, row.item, wrong, clash)
