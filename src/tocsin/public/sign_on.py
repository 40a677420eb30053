"""An organisation signs on to an action."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.sign_on.sign_on import sign_on as take
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone
from tocsin.post.deliver import post_office
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form, form_stamp
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.public.open_action import for_open_action
from tocsin.public.sign_on_form import SignOnForm
from tocsin.reports.codes import AskKind


@anyone
@for_open_action
def sign_on(request: HttpRequest, action: Action) -> HttpResponse:
    if not asks_for(action, AskKind.SIGN_ON):
        return redirect("action", action.slug)
    form = SignOnForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        answer = _take(request, action, form)
        if answer in (Answer.TAKE, Answer.KEEP_QUIET):
            return redirect("sign_on_taken", action.slug)
        form.add_error(None, ASKED_BACK[answer])
    words = {
        "action": action_view(action),
        "form": form,
        "stamp": form_stamp(action, request.POST.get("stamp", "")),
        "riddle_bits": BITS,
    }
    return render(request, "public/sign_on.html", words, status=422 if form.errors else 200)


@anyone
@for_open_action
def sign_on_taken(request: HttpRequest, action: Action) -> HttpResponse:
    """The same for a new organisation, a known one, and a program."""
    words = {"action": action_view(action), "mail_is_set_up": post_office().is_real}
    return render(request, "public/sign_on_taken.html", words)


def _take(request: HttpRequest, action: Action, form: SignOnForm) -> Answer:
    if form.is_a_program:
        return Answer.KEEP_QUIET
    admission = admit_form(request, action, form.cleaned_data["contact_email"])
    if admission.answer == Answer.TAKE:
        take(action, form.signing(), admission.mail_after)
    return admission.answer
