"""'I have sent it': counted once, and thanked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tocsin.actions.models import Action
from tocsin.actions.partners.named import partner_named
from tocsin.actions.queries import action_view
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import HandoverChannel
from tocsin.members.access import anyone
from tocsin.public.letter_page import start_again, whole_number
from tocsin.public.open_action import for_open_action
from tocsin.public.sharing import sharing


@anyone
@for_open_action
def handed_over(request: HttpRequest, action: Action) -> HttpResponse:
    channel = request.POST.get("channel", "")
    if request.method != "POST" or channel not in HandoverChannel.values:
        return start_again(action)
    target = action.targets.filter(pk=whole_number(request.POST.get("to", "")) or 0).first()
    partner = partner_named(request.POST.get("by", ""))
    hand_over(action, target, HandoverChannel(channel), request.POST.get("token", ""), partner)
    return redirect("thanks", action.slug)


@anyone
@for_open_action
def thanks(request: HttpRequest, action: Action) -> HttpResponse:
    view = action_view(action)
    return render(request, "public/thanks.html", {"action": view, "share": sharing(view)})
