"""Somebody sends words of solidarity to the people at risk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.messages.send_message import TooMany, send_message
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form, form_stamp
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.public.message_form import MessageForm
from tocsin.public.open_action import for_open_action
from tocsin.reports.codes import AskKind


@anyone
@for_open_action
def message(request: HttpRequest, action: Action) -> HttpResponse:
    if not asks_for(action, AskKind.SOLIDARITY_MESSAGE):
        return redirect("action", action.slug)
    form = MessageForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        answer = _take(request, action, form)
        if answer in (Answer.TAKE, Answer.KEEP_QUIET):
            return redirect("message_taken", action.slug)
        form.add_error(None, ASKED_BACK[answer])
    words = {
        "action": action_view(action),
        "form": form,
        "stamp": form_stamp(action, request.POST.get("stamp", "")),
        "riddle_bits": BITS,
    }
    return render(request, "public/message.html", words, status=422 if form.errors else 200)


@anyone
@for_open_action
def message_taken(request: HttpRequest, action: Action) -> HttpResponse:
    return render(request, "public/message_taken.html", {"action": action_view(action)})


def _take(request: HttpRequest, action: Action, form: MessageForm) -> Answer:
    if form.is_a_program:
        return Answer.KEEP_QUIET
    answer = admit_form(request, action).answer
    if answer == Answer.TAKE:
        try:
            send_message(action, form.words())
        except TooMany:
            return Answer.TOO_MANY
    return answer
