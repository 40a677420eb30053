"""The way out, by a button: a link could be followed by a preview."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from tocsin.members.access import anyone
from tocsin.members.session import end_session


@anyone
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    end_session(request)
    return redirect("sign_in")
