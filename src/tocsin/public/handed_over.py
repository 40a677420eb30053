"""'I have sent it': counted once, and thanked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tocsin.actions.models import Action
from tocsin.actions.partners.named import partner_named
from tocsin.actions.queries import action_view
from tocsin.delivery.destination import Destination
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import HandoverChannel
from tocsin.members.access import anyone
from tocsin.public.countries import is_country
from tocsin.public.letter_form import all_offices
from tocsin.public.letter_page import start_again, whole_number
from tocsin.public.open_action import for_open_action
from tocsin.public.sharing import sharing


@anyone
@for_open_action
def handed_over(request: HttpRequest, action: Action) -> HttpResponse:
    channel = request.POST.get("channel", "")
    if request.method != "POST" or channel not in HandoverChannel.values:
        return start_again(action)
    to, country = request.POST.get("to", ""), request.POST.get("country", "")
    target = action.targets.filter(pk=whole_number(to) or 0).first()
    partner = partner_named(request.POST.get("by", ""))
    hand_over(action, target, HandoverChannel(channel), request.POST.get("token", ""), partner)
    query = {"country": country, "to": to} if is_country(country) else None
    return redirect(reverse("thanks", args=[action.slug], query=query))


@anyone
@for_open_action
def thanks(request: HttpRequest, action: Action) -> HttpResponse:
    view, country = action_view(action), request.GET.get("country", "")
    words = {
        "action": view,
        "share": sharing(view),
        "country": country,
        "also": _also(request, action, country),
    }
    return render(request, "public/thanks.html", words)


def _also(request: HttpRequest, action: Action, country: str) -> list[Destination]:
    """Who else can act, in another capacity than who was written to."""
    if not is_country(country) or country == action.case.country:
        return []
    found = [to for to in all_offices(action, country) if to.can_be_reached]
    done = {to.capacity for to in found if to.key == request.GET.get("to", "")}
    return [to for to in found if to.capacity not in done | {""}]
