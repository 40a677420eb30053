"""A kept page through Django: for addresses whose file is missing, and for servers without the shorter way."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from .answer import answer
from .keep import one_at_a_time
from .names import StoredPage
from .settle import settle


def serve(request: HttpRequest, page: StoredPage, may_be_seen: Callable[[], bool]) -> HttpResponse | None:
    """The page, rendered if it is missing and `may_be_seen` says so; None where there is none."""
    found = stored(request, page)
    if found is not None or not may_be_seen():
        return found
    with one_at_a_time(page.folder):
        found = stored(request, page)
        if found is None and settle(page.folder):
            found = stored(request, page)
    return found


def stored(request: HttpRequest, page: StoredPage) -> HttpResponse | None:
    """What lies there. Asks nothing of the database."""
    found = answer(page, get_language() or "en", request.META.get)
    if found is None:
        return None
    response = HttpResponse(found.body, status=found.status)
    for name, value in found.headers.items():
        if name == "Vary":
            patch_vary_headers(response, value.split(", "))
        else:
            response.headers[name] = value
    if found.status == 304:
        del response.headers["Content-Type"]
    return response
