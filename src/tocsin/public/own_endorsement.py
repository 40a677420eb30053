"""An organisation's own page: how its sign-on stands, its letter, and the way off the list."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from tocsin.actions.asks.sign_on.models import Endorsement, EndorsementState
from tocsin.actions.asks.sign_on.tokens import owned_by
from tocsin.actions.asks.sign_on.withdraw import OVER, withdraw
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone

TAKE_OFF = "take_off"


@anyone
def own_endorsement(request: HttpRequest, token: str) -> HttpResponse:
    endorsement = find_own(token)
    if endorsement is None:
        return render(request, "public/sign_on_ended.html", status=410)
    if request.method == "POST" and TAKE_OFF in request.POST:
        if endorsement.state not in OVER:
            withdraw(endorsement, by=None)
        return redirect("own_endorsement", token)
    words = {
        "endorsement": endorsement,
        "action": action_view(endorsement.action),
        "token": token,
        "is_over": endorsement.state in OVER,
        "has_letter": has_letter(endorsement),
    }
    return render(request, "public/own_endorsement.html", words)


def find_own(token: str) -> Endorsement | None:
    """None where the link is not ours, or we have forgotten whom we wrote to."""
    public_id = owned_by(token)
    if public_id is None:
        return None
    rows = Endorsement.objects.select_related("action__case").exclude(contact_email="")
    return rows.filter(public_id=public_id).exclude(state=EndorsementState.ASKED).first()


def has_letter(endorsement: Endorsement) -> bool:
    """Whether it may write on its own paper: never from the country of the events, and only while letters are asked for."""
    action = endorsement.action
    may_write = action.is_open and not action.case.frozen_at and not endorsement.is_at_home
    return endorsement.is_settled and may_write
