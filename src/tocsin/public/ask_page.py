"""The page on which a stranger does what an action asks for beside letters: a form, and a page that thanks."""

from collections.abc import Callable
from typing import TypeVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import form_stamp
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.reports.codes import AskKind

AnyForm = TypeVar("AnyForm", bound=forms.Form)


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
    if form.is_bound and form.is_valid():
        answer = take(request, action, form)
        if answer in (Answer.TAKE, Answer.KEEP_QUIET):
            return redirect(f"{name}_taken", action.slug)
        form.add_error(None, ASKED_BACK[answer])
    words = {
        "action": action_view(action),
        "form": form,
        "stamp": form_stamp(action, request.POST.get("stamp", "")),
        "riddle_bits": BITS,
    }
    return render(request, f"public/{name}.html", words, status=422 if form.errors else 200)
