"""Stopping letters, letting them go on, and how many leave in an hour."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import actions_of
from tocsin.actions.models import Action
from tocsin.delivery.dispatch.hold import hold, lane_key, lift
from tocsin.delivery.dispatch.holds import standing
from tocsin.delivery.dispatch.set_pace import set_pace
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

from .come_back import come_back
from .delivery_queue import queue_page


@allowed(Role.PUBLISHER)
@require_POST
def sending_stop(request: HttpRequest) -> HttpResponse:
    """Of one action or address that the form names, else of everything."""
    action, address = _action(request), request.POST.get("address", "").strip()
    reason = request.POST.get("reason", "").strip()[:300]
    hold(lane_key(action, address), member_of(request), reason, action)
    messages.success(request, _("Stopped. The letters wait; nothing is lost."))
    return come_back(request, "delivery_queue")


@allowed(Role.PUBLISHER)
@require_POST
def sending_go_on(request: HttpRequest) -> HttpResponse:
    found = standing().filter(pk=_number(request.POST.get("hold", ""))).first()
    if found and lift(found, member_of(request)):
        messages.success(request, _("Letters leave again, at their pace: nothing is made up for at once."))
    else:
        messages.error(request, _("This was not stopped any more."))
    return come_back(request, "delivery_queue")


@allowed(Role.PUBLISHER)
@require_POST
def sending_pace(request: HttpRequest) -> HttpResponse:
    action, address = _action(request), request.POST.get("address", "").strip()
    given = request.POST.get("per_hour", "").strip()
    try:
        set_pace(lane_key(action, address), _number(given) if given else None, member_of(request), action)
    except ValidationError as wrong:
        return queue_page(request, 422, wrong=wrong.message, wrong_at=address, given=given)
    messages.success(request, _("From now on letters leave at this pace."))
    return redirect("delivery_queue")


def _action(request: HttpRequest) -> Action | None:
    slug = request.POST.get("action", "")
    return get_object_or_404(actions_of(member_of(request)), slug=slug) if slug else None


def _number(given: str) -> int:
    """Nought where it is none, which no act takes."""
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0
