"""What every page of the letter's road asks first: is this action open?"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tocsin.actions.models import Action
from tocsin.public.gone import gone_or_unknown

P = ParamSpec("P")
OfAction = Callable[Concatenate[HttpRequest, Action, P], HttpResponse]
OfSlug = Callable[Concatenate[HttpRequest, str, P], HttpResponse]


def for_open_action(view: OfAction[P]) -> OfSlug[P]:
    """Hands the view the action. A closed or resting one leads to its page, which says so."""

    @wraps(view)
    def guarded(request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        action = Action.objects.select_related("case").filter(slug=slug).first()
        if action is None or not action.is_visible:
            return gone_or_unknown(request, slug)
        if not action.is_open or action.case.frozen_at:
            return redirect("action", slug)
        return view(request, action, *args, **kwargs)

    return guarded
