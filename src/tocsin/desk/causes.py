"""Money for a cause: what was named, what waits for the second person, what the public sees."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.donate.doubts import doubt_about
from tocsin.actions.asks.donate.name_cause import name_cause
from tocsin.actions.asks.donate.verify_cause import verify_cause
from tocsin.actions.asks.donate.withdraw_cause import withdraw_cause
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action, Cause
from tocsin.cases.access import holds_on
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .cause_form import CauseForm


@on_action(Role.REVIEWER)
def action_causes(request: HttpRequest, slug: str) -> HttpResponse:
    return causes_page(request, find_action(slug))


def causes_page(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in, or at which cause what could not be done."""
    member = member_of(request)
    causes = list(action.causes.select_related("entered_by", "verified_by"))
    page = {
        "action": action,
        "rows": [(c, doubt_about(action.case, c.owner, c.url, c.account)) for c in causes],
        "member": member,
        "form": CauseForm(),
        "may_decide": holds_on(action.case, member, Role.PUBLISHER) and not action.is_sample,
        **wrong,
    }
    return render(request, "desk/causes.html", page, status=422 if wrong else 200)


@on_action(Role.PUBLISHER)
@require_POST
def cause_name(request: HttpRequest, slug: str) -> HttpResponse:
    action, form = find_action(slug), CauseForm(request.POST)
    if form.is_valid():
        try:
            name_cause(action, form.words(), member_of(request))
        except CannotChange as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Stored. Another publisher has to check it before anybody sees it."))
            return redirect("action_causes", slug)
    return causes_page(request, action, form=form)


@on_action(Role.PUBLISHER)
@require_POST
def cause_verify(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    how, by = request.POST.get("how", ""), member_of(request)
    return _act(
        request, slug, pk, lambda cause: verify_cause(cause, how, by), _("Checked. The public sees it now.")
    )


@on_action(Role.PUBLISHER)
@require_POST
def cause_withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    why, by = request.POST.get("why", ""), member_of(request)
    return _act(
        request, slug, pk, lambda cause: withdraw_cause(cause, why, by), _("It is gone from every page.")
    )


def _act(request: HttpRequest, slug: str, pk: int, act: Callable[[Cause], None], done: str) -> HttpResponse:
    cause = get_object_or_404(Cause.objects.select_related("action__case"), pk=pk, action__slug=slug)
    try:
        act(cause)
    except CannotChange as why:
        typed = request.POST.get("how", "")
        return causes_page(request, find_action(slug), refused_at=pk, why=str(why), how=typed)
    messages.success(request, done)
    return redirect("action_causes", slug)
