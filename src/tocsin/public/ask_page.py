"""The page on which a stranger does what an action asks for beside letters."""

from collections.abc import Callable
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.form_page import AnyForm, form_page
from tocsin.reports.codes import AskKind


def ask_page(
    request: HttpRequest,
    action: Action,
    ask: AskKind,
    name: str,
    form_of: Callable[..., AnyForm],
    take: Callable[[HttpRequest, Action, AnyForm], Answer],
) -> HttpResponse:
    """`name` is that of the template, and of the route `<name>_taken`; `take` does the act of a valid form."""
    if not asks_for(action, ask):
        return redirect("action", action.slug)
    form = form_of(request.POST if request.method == "POST" else None)
    thanks = reverse(f"{name}_taken", args=[action.slug])
    words = {"action": action_view(action)}
    return form_page(
        request, action, f"public/{name}.html", form, partial(take, request, action), thanks, words
    )
