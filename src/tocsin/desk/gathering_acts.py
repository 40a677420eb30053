"""Deciding about one gathering: shown, refused, withdrawn; and about what its host reports."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.asks.gather.judge import (
    judge_report,
    refuse_gathering,
    show_gathering,
    withdraw_gathering,
)
from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.asks.gather.wait import ask_to_show, ask_to_show_report
from tocsin.cases.errors import CannotChange as AskedByAnother
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role, SecondPersonRequest

from .day_of_action import day_page
from .done_or_waiting import done_or_waiting

Ask = Callable[[Gathering, Member], SecondPersonRequest]


@on_action(Role.PUBLISHER)
@require_POST
def gathering_judge(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """`act` is show, refuse or withdraw; `reason` is told to the host."""
    gathering, by = find_gathering(slug, pk), member_of(request)
    act, reason = request.POST.get("act", ""), request.POST.get("reason", "")
    if act == "refuse":
        done = _("Refused. Its host is told why.")
        return _do(request, gathering, lambda: refuse_gathering(gathering, by, reason), done)
    if act == "withdraw":
        done = _("Withdrawn. It is gone from every page and calendar.")
        return _do(request, gathering, lambda: withdraw_gathering(gathering, by, reason), done)
    done = _("Shown. Its host is told.")
    return _do(request, gathering, lambda: show_gathering(gathering, by), done)


@on_action(Role.PUBLISHER)
@require_POST
def gathering_report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    gathering, by = find_gathering(slug, pk), member_of(request)
    is_shown = request.POST.get("act") == "show"
    done = _("Its number is shown and counted.") if is_shown else _("Its report is not shown.")
    return _do(request, gathering, lambda: judge_report(gathering, by, is_shown), done, ask_to_show_report)


def _do(
    request: HttpRequest, gathering: Gathering, act: Callable[[], None], done: str, ask: Ask = ask_to_show
) -> HttpResponse:
    """Only what shows more is asked for by `ask`."""
    to = reverse("day_of_action", args=[gathering.action.slug])
    try:
        return done_or_waiting(request, act, lambda: ask(gathering, member_of(request)), done, to)
    except (CannotHost, AskedByAnother) as error:
        return day_page(request, gathering.action, wrong_at=gathering.pk, wrong_words=str(error))


def find_gathering(slug: str, pk: int) -> Gathering:
    """Raises Http404 for one of another action."""
    rows = Gathering.objects.select_related("action__case", "action__called_day", "office", "added_by")
    return get_object_or_404(rows, pk=pk, action__slug=slug)
