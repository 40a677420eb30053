"""Somebody anywhere proposes a gathering for the called day, without an account."""

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language

from tocsin.actions.asks.gather.propose import propose
from tocsin.actions.asks.gather.queries import day_view, hosts_wanted
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form
from tocsin.public.countries import country_choices
from tocsin.public.form_page import form_page
from tocsin.public.host_form import HostForm
from tocsin.public.open_action import for_open_action


@anyone
@for_open_action
def host_gathering(request: HttpRequest, action: Action) -> HttpResponse:
    day = hosts_wanted(action)
    if day is None:
        return redirect("gatherings", action.slug)
    form = HostForm(day, request.POST if request.method == "POST" else None)
    thanks = reverse("host_asked", args=[action.slug])
    return form_page(
        request, action, "public/host.html", form, partial(_take, request, action), thanks, _words(action)
    )


@anyone
@for_open_action
def host_asked(request: HttpRequest, action: Action) -> HttpResponse:
    """The same for a person and for a program."""
    words = {"action": action_view(action), "mail_is_set_up": post_office().is_real}
    return render(request, "public/host_asked.html", words)


def _take(request: HttpRequest, action: Action, form: HostForm) -> Answer:
    if form.plan is None:
        return Answer.KEEP_QUIET
    email = form.cleaned_data["email"]
    admission = admit_form(request, action, email)
    if admission.answer == Answer.TAKE:
        propose(action, form.plan, email, admission.mail_after)
    return admission.answer


def _words(action: Action) -> dict[str, Any]:
    return {
        "action": action_view(action),
        "day": day_view(action),
        "countries": country_choices(get_language() or "en"),
    }
