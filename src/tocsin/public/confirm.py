"""A supporter confirms her letter. A link scanner that only looks confirms nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from tocsin.actions.queries import action_view
from tocsin.delivery import confirm as delivery
from tocsin.members.access import anyone
from tocsin.public.sharing import sharing


@anyone
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        return _answer(request, token)
    asked = delivery.find_asked(token)
    if asked is None:
        return _unknown(request)
    return render(
        request, "public/confirm.html", {"asked": asked, "action": action_view(asked.delivery.action)}
    )


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    given = delivery.confirm(token)
    if given is None:
        return _unknown(request)
    answer, asked = given
    view = action_view(asked.delivery.action)
    words = {"answer": answer.name, "asked": asked, "action": view, "share": sharing(view)}
    return render(request, "public/confirmed.html", words)


def _unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "public/link_ended.html", status=410)
