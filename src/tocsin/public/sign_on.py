"""An organisation signs on to an action."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.asks.sign_on.sign_on import sign_on as take
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form
from tocsin.public.ask_page import ask_page
from tocsin.public.open_action import for_open_action
from tocsin.public.sign_on_form import SignOnForm
from tocsin.reports.codes import AskKind


@anyone
@for_open_action
def sign_on(request: HttpRequest, action: Action) -> HttpResponse:
    return ask_page(request, action, AskKind.SIGN_ON, "sign_on", SignOnForm, _take)


@anyone
@for_open_action
def sign_on_taken(request: HttpRequest, action: Action) -> HttpResponse:
    """The same for a new organisation, a known one, and a program."""
    words = {"action": action_view(action), "mail_is_set_up": post_office().is_real}
    return render(request, "public/sign_on_taken.html", words)


def _take(request: HttpRequest, action: Action, form: SignOnForm) -> Answer:
    admission = admit_form(request, action, form.cleaned_data["contact_email"])
    if admission.answer == Answer.TAKE:
        take(action, form.signing(), admission.mail_after)
    return admission.answer
