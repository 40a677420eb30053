"""What can be done today, and what was."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.queries import open_actions, past_actions
from tocsin.members.access import anyone
from tocsin.public.teaser import teasers

MOST_PAST = 30


@anyone
def home(request: HttpRequest) -> HttpResponse:
    words = {
        "open_actions": teasers(open_actions().select_related("case")),
        "past_actions": teasers(past_actions().select_related("case")[:MOST_PAST]),
    }
    return render(request, "public/home.html", words)
