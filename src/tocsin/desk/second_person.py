"""The second person's page: what is asked, what it would make known, and her word on it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.actions.targets import targets_with_offices
from tocsin.actions.words_wait.ask import ask_to_change
from tocsin.actions.words_wait.gate import ACT as WORDS_CHANGED
from tocsin.actions.words_wait.gate import WordsNeedAnother
from tocsin.cases.access import holds_on, role_on, where_held
from tocsin.cases.errors import CannotChange
from tocsin.cases.queries import case_view
from tocsin.cases.second_person import RIGHT_FOR, agree_in, is_done_at_once, refuse_in, seconds
from tocsin.cases.shown_more.ask import ask_to_show
from tocsin.cases.shown_more.gate import ACT as SHOWN_MORE
from tocsin.cases.shown_more.gate import NeedsAnother
from tocsin.delivery.taken_out.take_out import ACT as TAKE_OUT
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role, SecondPersonRequest
from tocsin.members.second_person import EXPORTING, CannotAgree, ask

from .action_words_waiting import changed_then
from .asked import Asked, asked_about
from .asked_acts import ASKED_ACTS
from .second_person_more import more_shown
from .second_person_take_out import taken_out_then


def _held(member: Member, pk: int) -> Role | None:
    """For whoever may answer, and for whoever asked."""
    asked = _find(pk)
    if asked is None:
        return None
    is_hers = asked.request.asked_by_id == member.pk
    may_answer = holds_on(asked.case, member, RIGHT_FOR[asked.request.act])
    return role_on(asked.case, member) if is_hers or may_answer else None


def _find(pk: int) -> Asked | None:
    request = SecondPersonRequest.objects.select_related("asked_by", "answered_by").filter(pk=pk).first()
    return asked_about(request) if request else None


@where_held(Role.REVIEWER, _held)
@require_http_methods(["GET", "HEAD", "POST"])
def second_person(request: HttpRequest, pk: int) -> HttpResponse:
    asked = _find(pk)
    if asked is None:
        return redirect("desk_home")
    return _answered(request, asked) if request.method == "POST" else _page(request, asked)


def lead_to_second(request: HttpRequest, act: str, subject: models.Model) -> HttpResponse:
    """Asks for a second person and shows how it stands; where another asked already, the page to agree on."""
    return redirect("second_person", ask(act, subject, member_of(request)).pk)


def lead_to_show(request: HttpRequest, needs: NeedsAnother | WordsNeedAnother) -> HttpResponse:
    """Asks for what would be public at once; while somebody else's request is open, says so in the case."""
    try:
        asked = _ask(needs, member_of(request))
    except CannotChange as error:
        messages.error(request, str(error))
        case = needs.case if isinstance(needs, NeedsAnother) else needs.action.case
        return redirect("case_desk", case.slug)
    return redirect("second_person", asked.pk)


def asks_second(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of an action: what of it would be public at once is asked for instead."""

    @wraps(view)
    def asking(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except WordsNeedAnother as needs:
            return lead_to_show(request, needs)

    return asking


def _ask(needs: NeedsAnother | WordsNeedAnother, by: Member) -> SecondPersonRequest:
    if isinstance(needs, NeedsAnother):
        return ask_to_show(needs.case, needs.wish, by)
    return ask_to_change(needs.action, needs.wish, needs.says, by)


def done_or_asked(request: HttpRequest, act: Callable[[], object]) -> SecondPersonRequest | None:
    """Does it; what would be public at once is asked for instead. Raises CannotChange, also while another's request is open."""
    try:
        act()
    except NeedsAnother as needs:
        return ask_to_show(needs.case, needs.wish, member_of(request))
    return None


def _answered(request: HttpRequest, asked: Asked) -> HttpResponse:
    """Her answer. What changed while she read is shown anew, since she has not seen it."""
    if "agree" not in request.POST:
        return _refused(request, asked)
    if request.POST.get("fingerprint", "") != asked.fingerprint:
        messages.error(request, _("It changed while you were reading. Look again before you agree."))
        return _page(request, asked, status=409)
    try:
        agree_in(asked.case, asked.request, member_of(request), asked.fingerprint)
    except CannotAgree as error:
        messages.error(request, str(error))
    else:
        is_done = is_done_at_once(asked.request.act)
        told = _("You agreed. %(who)s can do it within a day, once.")
        told = _("You agreed, and it is shown now.") if is_done else told
        messages.success(request, told % {"who": asked.request.asked_by})
    return redirect("desk_home")


def _refused(request: HttpRequest, asked: Asked) -> HttpResponse:
    try:
        refuse_in(asked.case, asked.request, member_of(request))
    except CannotAgree as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The request is closed. Nothing was made public."))
    return redirect("desk_home")


def _page(request: HttpRequest, asked: Asked, status: int = 200) -> HttpResponse:
    page = {
        "asked": asked,
        "is_asker": asked.request.asked_by_id == member_of(request).pk,
        "seconds": seconds(asked.case, asked.request.act, asked.request.asked_by),
        "fingerprint": asked.fingerprint,
        "is_export": asked.request.act in EXPORTING,
        "is_more": is_done_at_once(asked.request.act),
        "is_take_out": asked.request.act == TAKE_OUT,
        **_shown(asked),
    }
    return render(request, "desk/second_person.html", page, status=status)


def _shown(asked: Asked) -> dict[str, Any]:
    """What the public would get to know by it; of an export, the words of the request say what leaves."""
    if asked.request.act in EXPORTING:
        return {}
    if asked.request.act == SHOWN_MORE:
        return {"more": more_shown(asked.case, asked.request.wanted)}
    if isinstance(asked.record, Action) and asked.request.act == WORDS_CHANGED:
        return {"more": changed_then(asked.record, asked.request)}
    if isinstance(asked.record, Action) and (whole := ASKED_ACTS.get(asked.request.act)):
        return {
            "more": whole.lines(asked.record, asked.request),
            "more_page": reverse(whole.page, args=[asked.record.slug]),
        }
    if isinstance(asked.record, Action) and asked.request.act == TAKE_OUT:
        return taken_out_then(asked.record, asked.request.wanted)
    if isinstance(asked.record, Action):
        return {"view": action_view(asked.record), "targets": targets_with_offices(asked.record)}
    return {"shown_case": case_view(asked.record, public=True)}
