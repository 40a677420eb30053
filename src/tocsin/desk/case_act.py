"""An act in a case that may be refused: what came of it stands on the page that it leads back to."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from tocsin.cases.errors import CannotChange
from tocsin.cases.models import Case
from tocsin.cases.relay.errors import CannotCall

from .come_back import next_address


def act_and_return(
    request: HttpRequest, case: Case, act: Callable[[], object], route: str, done: str = "", anchor: str = ""
) -> HttpResponse:
    """Does `act` and leads to `next`, else to the case's page `route`; a refusal is said there."""
    tell(request, act, done)
    place = next_address(request) or reverse(route, args=[case.slug]) + (f"#{anchor}" if anchor else "")
    return redirect(place)


def tell(request: HttpRequest, act: Callable[[], object], done: str = "") -> None:
    """Does `act`; the page that comes next says that it is done, or why it was refused."""
    try:
        act()
    except (CannotChange, CannotCall) as error:
        messages.error(request, str(error))
    else:
        if done:
            messages.success(request, done)
