"""The link that takes somebody off the list: opened it shows a button, pressed or posted to it erases her (RFC 8058)."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.followup.announcements.mail import send_to_follower
from tocsin.members.access import anyone
from tocsin.public.unseen import unseen
from tocsin.supporters.followers.leave import leave as end
from tocsin.supporters.followers.tokens import leaving


def leave_link(token: str) -> str:
    """The path on this site."""
    return reverse("leave", args=[token])


def send_announcement(payload: dict[str, Any]) -> None:
    """Does a job of kind `followup.announcement_mail`."""
    send_to_follower(payload, leave_link)


# A mailbox posts here without a cookie; whoever holds the link may do nothing else with it.
@anyone
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest, token: str) -> HttpResponse:
    """410 for a link that is broken."""
    is_post = request.method == "POST"
    is_ours = end(token) if is_post else leaving(token) is not None
    words = {"is_ours": is_ours, "is_done": is_post and is_ours}
    return unseen(render(request, "public/leave.html", words, status=200 if is_ours else 410))
