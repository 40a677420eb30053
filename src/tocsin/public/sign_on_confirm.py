"""An organisation confirms that it signs. A link scanner that only looks confirms nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from tocsin.actions.asks.sign_on import confirm as act
from tocsin.actions.asks.sign_on.tokens import own_token
from tocsin.actions.asks.sign_on.write_to import tell_own_page
from tocsin.actions.queries import action_view
from tocsin.members.access import anyone
from tocsin.public.sign_on_links import own_link


@anyone
def sign_on_confirm(request: HttpRequest, token: str) -> HttpResponse:
    if request.method == "POST":
        return _answer(request, token)
    asked = act.find_asked(token)
    if asked is None:
        return _unknown(request)
    words = {"asked": asked, "action": action_view(asked.action)}
    return render(request, "public/sign_on_confirm.html", words)


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    given = act.confirm(token)
    if given is None:
        return _unknown(request)
    answer, asked = given
    if answer in (act.Answer.CONFIRMED, act.Answer.BY_HAND):
        tell_own_page(asked, own_link)
    own = reverse("own_endorsement", args=[own_token(asked.public_id)])
    words = {"answer": answer.name, "asked": asked, "action": action_view(asked.action), "own": own}
    return render(request, "public/sign_on_confirmed.html", words)


def _unknown(request: HttpRequest) -> HttpResponse:
    return render(request, "public/sign_on_ended.html", status=410)
