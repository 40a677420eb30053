"""The link that ends the updates of an action: opened it shows a button, pressed or posted to it ends them (RFC 8058)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.followup.updates.no_more import no_more as end
from tocsin.followup.updates.tokens import supporter_of
from tocsin.members.access import anyone
from tocsin.public.unseen import unseen


def no_more_link(token: str) -> str:
    """The path on this site."""
    return reverse("no_more", args=[token])


# A mailbox posts here without a cookie; whoever holds the link may do nothing else with it.
@anyone
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def no_more(request: HttpRequest, token: str) -> HttpResponse:
    """410 for a link that is broken."""
    if request.method == "POST":
        is_ours, is_done = end(token), True
    else:
        is_ours, is_done = supporter_of(token) is not None, False
    words = {"is_ours": is_ours, "is_done": is_done and is_ours}
    return unseen(render(request, "public/no_more.html", words, status=200 if is_ours else 410))
