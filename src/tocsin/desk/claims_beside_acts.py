"""What an editor does with claims that stand side by side."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_case
from tocsin.cases.add_claim import add_claim
from tocsin.cases.assess import assess
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_claim import accept_claim, reject_claim
from tocsin.cases.mark_reliable import mark_reliable, unmark_reliable
from tocsin.cases.models import Case, Claim, Inquiry, Subject
from tocsin.cases.one_subject import one_subject
from tocsin.cases.tell_claim import tell_claim
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.models import Report

from .case_file import find_case
from .claims_beside import beside_page
from .second_person import done_or_asked
from .typed_key import typed_key


@on_case(Role.REVIEWER)
@require_POST
def claim_add(request: HttpRequest, slug: str, pk: int, predicate: str) -> HttpResponse:
    case = find_case(slug)
    subject = one_subject(get_object_or_404(Subject, case=case, pk=pk))[0]
    report, inquiry = _source(case, request.POST.get("source", ""))
    given = {name: request.POST.get(name, "") for name in TELLING}

    def act() -> None:
        add_claim(
            subject, predicate, request.POST.get("value", ""), member_of(request),
            report=report, words=request.POST.get("words", ""), inquiry=inquiry, **given,
        )  # fmt: skip

    return _do(request, case, subject, predicate, act, "add")


@on_case(Role.REVIEWER)
@require_POST
def claim_assess(request: HttpRequest, slug: str, pk: int, predicate: str) -> HttpResponse:
    case = find_case(slug)
    subject = one_subject(get_object_or_404(Subject, case=case, pk=pk))[0]
    cites = [typed_key(key) for key in request.POST.getlist("cites")]
    shown = request.POST.get("may_be_shown") == "yes"

    def act() -> None:
        wording, verdict = request.POST.get("wording", ""), request.POST.get("verdict", "")
        assess(subject, predicate, wording, verdict, cites, member_of(request), shown)

    return _do(request, case, subject, predicate, act, "assess", cited=cites, may_be_shown=shown)


# Where on the page the reader finds what she has just stored.
PLACES = {"assess": "assess", "add": "said-head"}
TELLING = ("stance", "circumstance", "asserted_by", "said_at", "holds_on")


@on_case(Role.REVIEWER)
@require_POST
def claim_tell(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case, claim = _claim(slug, pk)
    given = {name: request.POST.get(name, "") for name in TELLING}
    return _about(request, case, claim, lambda: tell_claim(claim, member_of(request), **given))


@on_case(Role.REVIEWER)
@require_POST
def claim_judge(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Takes a claim that waits for review, or leaves it out."""
    case, claim = _claim(slug, pk)
    act = accept_claim if request.POST.get("act") == "accept" else reject_claim
    return _about(request, case, claim, lambda: act(claim, member_of(request)))


@on_case(Role.REVIEWER)
@require_POST
def claim_reliable(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Whether the source of the claim's report is reliable in this case."""
    case, claim = _claim(slug, pk)
    report, by = claim.report, member_of(request)

    def act() -> None:
        if report is None:
            raise CannotChange(_("An answer on the phone is no independent source."))
        if request.POST.get("act") == "unmark":
            unmark_reliable(case, report, by)
        else:
            mark_reliable(case, report, request.POST.get("why", ""), by)

    return _about(request, case, claim, act)


def _claim(slug: str, pk: int) -> tuple[Case, Claim]:
    case = find_case(slug)
    claims = Claim.objects.select_related("subject__case", "report")
    return case, get_object_or_404(claims, subject__case=case, pk=pk)


def _about(request: HttpRequest, case: Case, claim: Claim, act: Callable[[], None]) -> HttpResponse:
    subject = one_subject(claim.subject)[0]
    return _do(request, case, subject, claim.predicate, act, "claim", wrong_claim=claim.pk)


def _do(
    request: HttpRequest,
    case: Case,
    subject: Subject,
    predicate: str,
    act: Callable[[], None],
    form: str,
    **where: object,
) -> HttpResponse:
    """Back to the page; with what is wrong at the form, as it was filled in, where the act was refused."""
    try:
        asked = done_or_asked(request, act)
    except CannotChange as error:
        return beside_page(
            request, case, subject, predicate, wrong_form=form, wrong=str(error), typed=request.POST, **where
        )
    if asked:
        return redirect("second_person", asked.pk)
    messages.success(request, _("Stored."))
    if request.POST.get("back") == "file":
        return redirect("case_desk", case.slug)
    place = f"claim-{where['wrong_claim']}" if "wrong_claim" in where else PLACES[form]
    return redirect(reverse("claims_beside", args=[case.slug, subject.pk, predicate]) + f"#{place}")


def _source(case: Case, named: str) -> tuple[Report | None, Inquiry | None]:
    """'report-7' or 'inquiry-3', of this case."""
    kind, _dash, key = named.partition("-")
    if kind == "report":
        return case.reports.filter(pk=typed_key(key)).first(), None
    return None, case.inquiries.filter(pk=typed_key(key)).first()
