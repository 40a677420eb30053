"""The call relays of a case: those that run, those that are over, and the form that opens one."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.models import Case
from tocsin.cases.relay.errors import CannotCall
from tocsin.cases.relay.open_relay import open_relay
from tocsin.cases.relay.queries import relays_of
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .case_file import find_case
from .relay_form import RelayForm


@on_case(Role.VIEWER)
def relays(request: HttpRequest, slug: str) -> HttpResponse:
    return relays_page(request, find_case(slug))


def relays_page(request: HttpRequest, case: Case, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds the form as it was filled in."""
    page = {
        "case": case,
        "relays": relays_of(case),
        "form": RelayForm(case),
        "may_open": holds_on(case, member_of(request), Role.REVIEWER) and not case.frozen_at,
        **wrong,
    }
    return render(request, "desk/relays.html", page, status=422 if wrong else 200)


@on_case(Role.REVIEWER)
@require_POST
def relay_new(request: HttpRequest, slug: str) -> HttpResponse:
    case = find_case(slug)
    form = RelayForm(case, request.POST)
    if form.is_valid():
        try:
            relay = open_relay(case, form.plan(), member_of(request))
        except CannotCall as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The relay is open. Now invite callers."))
            return redirect("relay_desk", slug, relay.pk)
    return relays_page(request, case, form=form)
