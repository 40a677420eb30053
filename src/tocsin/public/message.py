"""Somebody sends words of solidarity to the people at risk."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.asks.messages.send_message import TooMany, send_message
from tocsin.actions.models import Action
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import admit_form
from tocsin.public.ask_page import ask_page
from tocsin.public.message_form import MessageForm
from tocsin.public.open_action import for_open_action
from tocsin.reports.codes import AskKind


@anyone
@for_open_action
def message(request: HttpRequest, action: Action) -> HttpResponse:
    return ask_page(request, action, AskKind.SOLIDARITY_MESSAGE, "message", MessageForm, _take)


@anyone
@for_open_action
def message_taken(request: HttpRequest, action: Action) -> HttpResponse:
    return render(request, "public/message_taken.html", {"action": action_view(action)})


def _take(request: HttpRequest, action: Action, form: MessageForm) -> Answer:
    answer = admit_form(request, action).answer
    if answer == Answer.TAKE:
        try:
            send_message(action, form.words())
        except TooMany:
            return Answer.TOO_MANY
    return answer
