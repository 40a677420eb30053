"""An act that waits whole for a second person where the house wants one: it is done, or asked for."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from tocsin.members.models import SecondPersonRequest
from tocsin.members.second_person import NeedsSecondPerson


def done_or_waiting(
    request: HttpRequest,
    act: Callable[[], object],
    ask: Callable[[], SecondPersonRequest],
    done: str,
    to: str,
) -> HttpResponse:
    """Says `done` and leads to the address `to`, or to the request. What `act` and `ask` raise otherwise is raised."""
    try:
        act()
    except NeedsSecondPerson:
        return redirect("second_person", ask().pk)
    messages.success(request, done)
    return redirect(to)
