"""Asking offices: the form that logs an attempt, days without an answer, the next step, and the log."""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.inquiries.local_time import case_clock, office_zone
from tocsin.cases.inquiries.offices import Asked, asked_offices
from tocsin.cases.inquiries.waiting import waiting
from tocsin.cases.models import Case, ClaimState, Inquiry, InquiryOutcome
from tocsin.cases.told_calls.waiting import told_by_office
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role

from .as_seen import as_seen
from .case_file import find_case
from .case_parts import ALL, Part
from .inquiry_form import InquiryForm, filled_from
from .inquiry_rows import OfficeRow, log_rows, office_rows
from .paged import paged
from .typed_key import typed_key

OFFICES_PER_PAGE = 25
# More offices than these stand folded.
FIRST_CHOICES = 6
QUICK = (
    InquiryOutcome.ANSWERED,
    InquiryOutcome.REFUSED,
    InquiryOutcome.NO_ANSWER,
    InquiryOutcome.HUNG_UP,
    InquiryOutcome.CALL_BACK,
    InquiryOutcome.SENT_ON,
    InquiryOutcome.WRONG_NUMBER,
    InquiryOutcome.WAITING,
)


class LogFilter(forms.Form):
    office = forms.CharField(label=_("Office"), required=False, max_length=300)
    outcome = forms.ChoiceField(
        label=_("What happened"), required=False, choices=[("", _("anything")), *InquiryOutcome.choices]
    )
    awaiting = forms.BooleanField(label=_("Only what waits for review"), required=False)


@on_case(Role.VIEWER)
def inquiries(request: HttpRequest, slug: str) -> HttpResponse:
    return inquiries_page(request, find_case(slug))


def inquiries_page(request: HttpRequest, case: Case, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in."""
    asked, member = asked_offices(case), member_of(request)
    rows = office_rows(asked, timezone.now())
    choices = [row for row in rows if row.asked.is_named]
    narrow = LogFilter(request.GET)
    correcting = {**_correcting(request, case), **wrong}
    shown = correcting.get("correcting")
    page = paged(_found(case, narrow), request, at=shown.pk if shown else None)
    context = {
        "case": case,
        "form": InquiryForm(case, initial=_initial(case, asked, member, request.GET.get("office", ""))),
        "first_choices": choices[:FIRST_CHOICES],
        "more_choices": choices[FIRST_CHOICES:],
        "offices_part": _offices_part([row for row in rows if row.waiting], request),
        "waiting": waiting((i for a in asked for i in a.inquiries), case_clock(case), timezone.now()),
        "outcomes": QUICK,
        "filter": narrow,
        "is_filtered": any(narrow.data.get(name) for name in narrow.fields),
        "page": page,
        "log": log_rows(case, list(page), asked, member),
        "told_calls": told_by_office(case),
        "may_log": holds_on(case, member, Role.CONTRIBUTOR),
        "may_review": holds_on(case, member, Role.REVIEWER),
        "seen": as_seen(shown) if shown else "",
        **correcting,
    }
    return render(request, "desk/inquiries.html", context, status=422 if wrong else 200)


def _offices_part(rows: list[OfficeRow], request: HttpRequest) -> Part:
    """Those that owe an answer, by pages of their own beside those of the log."""
    asked = request.GET.get("offices")
    page = Paginator(rows, max(len(rows), 1) if asked == ALL else OFFICES_PER_PAGE).get_page(asked)
    return Part("offices", len(rows), page, list(page))


def _found(case: Case, narrow: LogFilter) -> QuerySet[Inquiry]:
    """Newest first, withdrawn ones too."""
    found = case.inquiries.select_related("office", "logged_by").order_by("-asked_at", "-pk")
    wanted = narrow.cleaned_data if narrow.is_valid() else {}
    if wanted.get("office"):
        found = found.filter(office_name__icontains=wanted["office"])
    if wanted.get("outcome"):
        found = found.filter(outcome=wanted["outcome"])
    if wanted.get("awaiting"):
        waits = {"claims__state": ClaimState.AWAITING, "claims__withdrawn_at": None}
        found = found.filter(**waits).distinct()
    return found


def _initial(case: Case, asked: list[Asked], member: Member, chosen: str) -> dict[str, Any]:
    """The only office, or the one that a link names; who asked as the member told it last."""
    only = asked[0].key if len(asked) == 1 else ""
    own = case.inquiries.filter(logged_by=member).order_by("-pk").first()
    return {"office": chosen or only, "asked_by": own.asked_by if own else ""}


def _correcting(request: HttpRequest, case: Case) -> dict[str, Any]:
    """The form of the attempt that `correct` names, where there is one."""
    asked_for = request.GET.get("correct", "")
    inquiry = case.inquiries.filter(pk=typed_key(asked_for)).first()
    if inquiry is None:
        return {}
    filled = filled_from(inquiry, office_zone(case, inquiry.office))
    return {"correcting": inquiry, "correct_form": InquiryForm(case, initial=filled)}
