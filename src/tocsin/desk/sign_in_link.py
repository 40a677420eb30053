"""A one-time link: looking at it changes nothing, so that link previews do not use it up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from tocsin.members.access import anyone
from tocsin.members.one_time_link import redeem_link
from tocsin.members.session import begin_session


@anyone
@require_http_methods(["GET", "HEAD", "POST"])
def sign_in_link(request: HttpRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return render(request, "desk/sign_in_link.html")
    member = redeem_link(token)
    if member is None:
        return render(request, "desk/sign_in_link.html", {"is_over": True}, status=410)
    begin_session(request, member)
    return redirect("second_factor")
