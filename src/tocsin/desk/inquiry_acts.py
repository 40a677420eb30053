"""What a member does with attempts and with what was said in them."""

from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_case
from tocsin.cases.deadlines.set_deadline import set_deadline
from tocsin.cases.errors import CannotChange
from tocsin.cases.inquiries.contradict import mark_contradiction, unmark_contradiction
from tocsin.cases.inquiries.correct import correct_inquiry, correct_statement
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.cases.inquiries.next_step import next_step
from tocsin.cases.inquiries.offices import asked_offices
from tocsin.cases.inquiries.review import accept_statement, leave_out_statement
from tocsin.cases.inquiries.say import say
from tocsin.cases.inquiries.withdraw import restore_inquiry, withdraw_inquiry
from tocsin.cases.models import Case, DeadlineKind, Inquiry, Subject, SubjectKind
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role

from .as_seen import changed_meanwhile
from .case_act import act_and_return
from .case_file import find_case
from .inquiries import inquiries_page
from .inquiry_form import InquiryForm
from .typed_key import typed_key


@on_case(Role.CONTRIBUTOR)
@require_POST
def inquiry_log(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    form = InquiryForm(case, request.POST)
    if form.is_valid():
        try:
            inquiry = log_inquiry(case, form.attempt(), member_of(request))
        except CannotChange as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Logged: %(inquiry)s.") % {"inquiry": _told(inquiry)})
            return redirect(f"{reverse('inquiries', args=[slug])}?at={inquiry.pk}#inquiry-{inquiry.pk}")
    return inquiries_page(request, case, form=form)


def _told(inquiry: Inquiry) -> str:
    return f"{inquiry.office_name}, {inquiry.get_outcome_display()}"


@on_case(Role.CONTRIBUTOR)
@require_POST
def inquiry_correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    inquiry, form = _inquiry(case, pk), InquiryForm(case, request.POST)
    if changed := changed_meanwhile(request, inquiry):
        form.add_error(None, changed)
    if form.is_valid():
        try:
            correct_inquiry(inquiry, form.attempt(of=inquiry), member_of(request))
        except CannotChange as error:
            form.add_error(None, str(error))
        else:
            return redirect(f"{reverse('inquiries', args=[slug])}?at={pk}#inquiry-{pk}")
    return inquiries_page(request, case, correcting=inquiry, correct_form=form)


@on_case(Role.CONTRIBUTOR)
@require_POST
def inquiry_say(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Another thing that was said in the same call."""
    case = find_case(slug)
    inquiry, given = _inquiry(case, pk), request.POST

    def act() -> object:
        return say(inquiry, given.get("said", "")[:2000], given.get("stance", ""), member_of(request))

    return act_and_return(request, case, act, "inquiries", anchor=f"inquiry-{pk}")


@on_case(Role.CONTRIBUTOR)
@require_POST
def inquiry_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes an attempt out of the count, or with the button `restore` back into it."""
    case = find_case(slug)
    inquiry, by = _inquiry(case, pk), member_of(request)
    act = restore_inquiry if "restore" in request.POST else withdraw_inquiry
    return act_and_return(request, case, lambda: act(inquiry, by), "inquiries", anchor=f"inquiry-{pk}")


@on_case(Role.CONTRIBUTOR)
@require_POST
def inquiry_again(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Makes the next step after an attempt a deadline, on the day of the form or the proposed one."""
    case = find_case(slug)
    inquiry = _inquiry(case, pk)
    done = _("Noted: you will be reminded.")
    return act_and_return(
        request,
        case,
        lambda: _remind(request, case, inquiry, member_of(request)),
        "inquiries",
        done,
        f"inquiry-{pk}",
    )


def _remind(request: HttpRequest, case: Case, inquiry: Inquiry, by: Member) -> None:
    step = next(
        (s for a in asked_offices(case) if (s := next_step(a.inquiries)) and s.after == inquiry), None
    )
    if step is None:
        raise CannotChange(_("The office was asked again since. See what follows from that."))
    note = f"{inquiry.office_name}: {step.what}"
    set_deadline(
        case, DeadlineKind.ASK_AGAIN, _day(request) or step.due_on, by, note, inquiry.about, after=inquiry
    )


def _day(request: HttpRequest) -> date | None:
    try:
        return date.fromisoformat(request.POST.get("due_on", ""))
    except ValueError:
        return None


@on_case(Role.CONTRIBUTOR)
@require_POST
def statement_correct(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    subject, given = _statement(case, pk), request.POST

    def act() -> None:
        correct_statement(subject, given.get("said", "")[:2000], given.get("stance", ""), member_of(request))

    return act_and_return(request, case, act, "inquiries", anchor=f"statement-{pk}")


@on_case(Role.REVIEWER)
@require_POST
def statement_review(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The button's name is the act: accept, leave_out, contradicts (with the earlier statement), or agrees."""
    case, by = find_case(slug), member_of(request)
    subject = _statement(case, pk)
    return act_and_return(
        request, case, lambda: _review(request, case, subject, by), "inquiries", anchor=f"statement-{pk}"
    )


def _review(request: HttpRequest, case: Case, subject: Subject, by: Member) -> None:
    if "accept" in request.POST:
        accept_statement(subject, by)
    elif "leave_out" in request.POST:
        leave_out_statement(subject, by)
    elif "agrees" in request.POST:
        unmark_contradiction(subject, by)
    elif earlier := request.POST.get("contradicts", ""):
        mark_contradiction(subject, _statement(case, typed_key(earlier)), by)


def _inquiry(case: Case, pk: int) -> Inquiry:
    return get_object_or_404(Inquiry.objects.select_related("case", "office", "about"), case=case, pk=pk)


def _statement(case: Case, pk: int) -> Subject:
    said = Subject.objects.filter(case=case, kind=SubjectKind.STATEMENT, claims__inquiry__isnull=False)
    return get_object_or_404(said.select_related("case", "contradicts").distinct(), pk=pk)
