"""What comes after the letters of an action: outcomes, answers, and word to those who wrote."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from tocsin.actions.access import on_action
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.followup.models import Reply, ReplyState
from tocsin.followup.scoreboard import scoreboard
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .outcome_form import OutcomeForm
from .paged import paged
from .reply_forms import TypedReplyForm


@on_action(Role.VIEWER)
def follow_up(request: HttpRequest, slug: str) -> HttpResponse:
    return follow_up_page(request, find_action(slug))


def follow_up_page(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in, and in `refused` why it was not taken."""
    today = timezone.localdate()
    page = {
        "action": action,
        "outcomes": action.outcomes.select_related("report", "inquiry", "recorded_by"),
        "scores": [(score, score.silent_days(today)) for score in scoreboard(action)],
        "brought": action.partner_tallies.select_related("partner").order_by("partner__name"),
        "outcome_form": OutcomeForm(action),
        "replies": paged(_replies(request, action), request),
        "set_aside": action.replies.filter(state=ReplyState.DISMISSED).count(),
        "shows_set_aside": "set-aside" in request.GET,
        "updates": action.updates.all(),
        "reply_form": TypedReplyForm(action),
        "may_type": holds_on(action.case, member_of(request), Role.REVIEWER) and not action.is_sample,
        "may_publish": holds_on(action.case, member_of(request), Role.PUBLISHER)
        and action.is_visible
        and not action.is_sample,
        "may_see_strays": member_of(request).holds(Role.ADMINISTRATOR),
        **wrong,
    }
    return render(request, "desk/follow_up.html", page, status=422 if wrong else 200)


def _replies(request: HttpRequest, action: Action) -> QuerySet[Reply]:
    """What programs write may be as much as the letters: it is shown when asked for."""
    rows = action.replies.select_related("target__office")
    if "set-aside" in request.GET:
        return rows.filter(state=ReplyState.DISMISSED)
    return rows.exclude(state=ReplyState.DISMISSED)
