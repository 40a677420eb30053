"""Where a form leads back to."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme


def next_address(request: HttpRequest) -> str:
    """The address on this site that the form names as `next`; empty where it names none, or another site."""
    given = request.POST.get("next", "") or request.GET.get("next", "")
    return given if url_has_allowed_host_and_scheme(given, allowed_hosts=None) else ""


def come_back(request: HttpRequest, otherwise: str, *args: object) -> HttpResponseRedirect:
    """To `next`, else to the route named `otherwise`."""
    return redirect(next_address(request) or otherwise, *([] if next_address(request) else args))
