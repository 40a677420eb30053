"""Deciding on an organisation's sign-on: confirm it by hand, show it, refuse it, take it off the list."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.sign_on.confirm_by_hand import confirm_by_hand
from tocsin.actions.asks.sign_on.models import Endorsement
from tocsin.actions.asks.sign_on.refuse import refuse
from tocsin.actions.asks.sign_on.show import show
from tocsin.actions.asks.sign_on.withdraw import withdraw
from tocsin.actions.errors import CannotChange
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .organisations import organisations_page

Act = Callable[[Endorsement], None]


@on_action(Role.PUBLISHER)
@require_POST
def organisation_confirm(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    how, by = request.POST.get("how", ""), member_of(request)
    done = _("Confirmed. It can be shown now.")
    return _act(request, slug, pk, lambda one: confirm_by_hand(one, how, by), done)


@on_action(Role.PUBLISHER)
@require_POST
def organisation_show(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    at_home, by = "at_home" in request.POST, member_of(request)
    return _act(request, slug, pk, lambda one: show(one, by, at_home), _("It stands on the public list."))


@on_action(Role.PUBLISHER)
@require_POST
def organisation_refuse(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    reason, by = request.POST.get("reason", ""), member_of(request)
    done = _("Not taken. The organisation reads why on its own page.")
    return _act(request, slug, pk, lambda one: refuse(one, reason, by), done)


@on_action(Role.PUBLISHER)
@require_POST
def organisation_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    reason, by = request.POST.get("reason", ""), member_of(request)
    done = _("It is off the list, and out of the counts.")
    return _act(request, slug, pk, lambda one: withdraw(one, by, reason), done)


def _act(request: HttpRequest, slug: str, pk: int, act: Act, done: str) -> HttpResponse:
    """Does it; where it cannot be done, the page comes back with the words as typed and why."""
    rows = Endorsement.objects.select_related("action__case")
    endorsement = get_object_or_404(rows, pk=pk, action__slug=slug)
    try:
        act(endorsement)
    except CannotChange as error:
        typed = {name: request.POST.get(name, "") for name in ("how", "reason")}
        wrong = {"refused_at": pk, "refused": str(error), **typed}
        return organisations_page(request, endorsement.action, **wrong)
    messages.success(request, done)
    return redirect("action_organisations", slug)
