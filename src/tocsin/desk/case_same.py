"""Same or not? Pairs of a case that may be one, side by side; a person judges, and may take it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.end_judgement import end_judgement
from tocsin.cases.errors import CannotChange
from tocsin.cases.judge_apart import judge_apart, judge_unsure
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, Judgement, JudgementVerdict, SameProposal, Subject
from tocsin.cases.same_queries import standing_judgements, waiting
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .case_file import find_case
from .same_rows import judged_rows, pair_rows
from .typed_key import typed_key

SHOWN_AT_ONCE = 20
JUDGED_AT_ONCE = 30
ACTS: dict[str, Callable[..., Judgement]] = {
    JudgementVerdict.SAME: judge_same,
    JudgementVerdict.APART: judge_apart,
    JudgementVerdict.UNSURE: judge_unsure,
}


@on_case(Role.VIEWER)
def case_same(request: HttpRequest, slug: str) -> HttpResponse:
    return same_page(request, find_case(slug))


def same_page(request: HttpRequest, case: Case, wrong: str = "") -> HttpResponse:
    """The page; `wrong` says why a judgement was refused."""
    pairs, judgements = waiting(case, SHOWN_AT_ONCE), standing_judgements(case)
    judged = Paginator(judgements, JUDGED_AT_ONCE).get_page(request.GET.get("page"))
    page: dict[str, Any] = {
        "case": case,
        "pairs": pair_rows(case, pairs),
        "more": pairs.count - len(pairs.shown),
        "judged": judged_rows(case, judged),
        "page": judged,
        "last": _just_judged(request, judgements),
        "may_edit": holds_on(case, member_of(request), Role.REVIEWER),
        "wrong": wrong,
    }
    return render(request, "desk/case_same.html", page, status=422 if wrong else 200)


def _just_judged(request: HttpRequest, judgements: Any) -> Judgement | None:
    """The judgement that was made on the page before, to be undone with one press."""
    return judgements.filter(pk=typed_key(request.GET.get("done", ""))).first()


@on_case(Role.REVIEWER)
@require_POST
def case_same_judge(request: HttpRequest, slug: str) -> HttpResponse:
    """The button's value is the verdict."""
    case = find_case(slug)
    left, right = (
        get_object_or_404(Subject, case=case, pk=_key(request, side)) for side in ("left", "right")
    )
    act = ACTS.get(request.POST.get("verdict", ""))
    if act is None:
        return same_page(request, case, _("Choose one of the three answers."))
    if said := _said_meanwhile(left, right, request.POST["verdict"]):
        return same_page(request, case, said)
    proposal = SameProposal.objects.filter(left__in=(left, right), right__in=(left, right)).first()
    try:
        made = act(left, right, member_of(request), score=proposal.score if proposal else None)
    except CannotChange as error:
        return same_page(request, case, str(error))
    return redirect(f"{reverse('case_same', args=[slug])}?done={made.pk}#{_anchor(request)}")


@on_case(Role.REVIEWER)
@require_POST
def case_same_undo(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    judgement = get_object_or_404(Judgement, pk=pk, left__case=case)
    try:
        end_judgement(judgement, member_of(request))
    except CannotChange as error:
        return same_page(request, case, str(error))
    messages.success(request, _("Undone. Both are as they were before."))
    return redirect("case_same", slug)


def _said_meanwhile(left: Subject, right: Subject, verdict: str) -> str:
    """Where another page has answered otherwise since this one was opened: by whom and how. Its answer stands."""
    standing = Judgement.objects.filter(left__in=(left, right), right__in=(left, right), ended_at=None)
    other = standing.exclude(verdict=verdict).select_related("judged_by").first()
    if other is None:
        return ""
    said = {"verdict": JudgementVerdict(other.verdict).label, "who": other.judged_by or _("somebody")}
    return (
        _("%(who)s has judged these two meanwhile: %(verdict)s. Undo that below if you see it otherwise.")
        % said
    )


def _key(request: HttpRequest, side: str) -> int:
    """-1, which no subject has, for what is no key."""
    return typed_key(request.POST.get(side, ""))


def _anchor(request: HttpRequest) -> str:
    """The pair that now stands where the judged one stood."""
    given = request.POST.get("place", "")
    return f"pair-{given}" if given.isdecimal() and len(given) < 6 else "pair-1"
