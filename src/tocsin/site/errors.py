"""What people see when something is not there, not allowed, or broken. No page says more than it must."""

import sys

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from tocsin.jobs.errors import is_no_room
from tocsin.members.access import is_member, stranger

from .stores_nothing import stores_nothing


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """A stranger to the desk gets the same answer as for a page that exists."""
    if request.path.startswith("/desk/") and hasattr(request, "user") and not is_member(request):
        return stranger(request)
    return _page(
        404,
        _("There is nothing at this address"),
        _("It may have been mistyped, or what stood here has been withdrawn."),
    )


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(403, _("This is not allowed"), _("Nothing was changed."))


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _page(400, _("This request could not be understood"), _("Go back and try it once more."))


def not_storable() -> HttpResponse:
    return _page(
        400,
        _("A character that no text can hold stands in what was sent"),
        _(
            "Nothing was stored. It comes from a copied file, and nobody sees it (NUL). Go back, paste the text into a"
            " plain text editor first, copy it from there, and send it again."
        ),
    )


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Django's CSRF check failed: nearly always an old page or cookies that are switched off."""
    return _page(
        403,
        _("This form is too old, or your browser keeps no cookies"),
        _(
            "Nothing was sent. Go back, reload the page, and send it again. The form needs one cookie to work."
        ),
    )


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: whatever broke must not break this page, too. Called where the fault is being handled."""
    if is_no_room(sys.exc_info()[1]):
        return stores_nothing(request)
    return _page(
        500,
        _("Something broke on our side"),
        _("It was not your fault. Nothing half-done was kept. Try again in a minute."),
    )


def _page(status: int, title: str, text: str) -> HttpResponse:
    body = render_to_string("site/error.html", {"title": title, "text": text})
    return HttpResponse(body, status=status)
