"""A supporter confirms her letter. A link scanner that only looks confirms nothing."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.queries import action_view
from tocsin.cases.names import case_mask
from tocsin.delivery import confirm as delivery
from tocsin.delivery.models import Delivery
from tocsin.delivery.names.saying import said
from tocsin.delivery.taken_out.told import why_taken_out
from tocsin.members.access import anyone
from tocsin.public.sharing import sharing


@anyone
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        return _answer(request, token)
    asked = delivery.find_asked(token)
    if asked is None:
        return _unknown(request)
    words = {"asked": asked, "action": action_view(asked.delivery.action), **_taken_out(asked.delivery)}
    words["subject"], words["body"] = said(asked.letter)
    return render(request, "public/confirm.html", words)


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    given = delivery.confirm(token)
    if given is None:
        return _unknown(request)
    answer, asked = given
    view = action_view(asked.delivery.action)
    words = {"answer": answer.name, "asked": asked, "action": view, "share": sharing(view)}
    words |= _taken_out(asked.delivery) if answer == delivery.Answer.TAKEN_OUT else {}
    return render(request, "public/confirmed.html", words)


def _taken_out(letter: Delivery) -> dict[str, str]:
    """Why, where it was: as it stands on the page of the action."""
    why = case_mask(letter.action.case).text(why_taken_out(letter))
    return {"taken_out": why, "contact": settings.PRIVACY_CONTACT}


def _unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "public/link_ended.html", status=410)
