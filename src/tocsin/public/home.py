"""What can be done today, and what was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.queries import action_view, open_actions, past_actions
from tocsin.members.access import anyone

MOST_PAST = 30


@anyone
def home(request: HttpRequest) -> HttpResponse:
    words = {
        "open_actions": [action_view(action) for action in open_actions()],
        "past_actions": [action_view(action) for action in past_actions()[:MOST_PAST]],
    }
    return render(request, "public/home.html", words)
