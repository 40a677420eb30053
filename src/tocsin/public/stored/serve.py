"""A kept page through Django: for addresses whose file is missing, and for servers without the shorter way."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language

from tocsin.jobs.errors import is_no_room

from .answer import Answer, answer, answer_unkept
from .keep import one_at_a_time
from .names import StoredPage
from .settle import rendering_of, settle


def serve(request: HttpRequest, page: StoredPage, may_be_seen: Callable[[], bool]) -> HttpResponse | None:
    """The page, rendered if it is missing and `may_be_seen` says so; None where there is none."""
    found = stored(request, page)
    if found is not None or not may_be_seen():
        return found
    with one_at_a_time(page.folder):
        found = stored(request, page)
        return found or _made(request, page)


def _made(request: HttpRequest, page: StoredPage) -> HttpResponse | None:
    """Also while nothing can be stored: whoever reads needs no room."""
    try:
        return stored(request, page) if settle(page.folder) else None
    except Exception as fault:
        if not is_no_room(fault):
            raise
    language = get_language() or "en"
    content = rendering_of(page.folder)().get(page.file(language))
    if content is None:
        return None
    return _response(answer_unkept(page, language, content, request.META.get))


def stored(request: HttpRequest, page: StoredPage) -> HttpResponse | None:
    """What lies there. Asks nothing of the database."""
    found = answer(page, get_language() or "en", request.META.get)
    return None if found is None else _response(found)


def _response(found: Answer) -> HttpResponse:
    response = HttpResponse(found.body, status=found.status)
    for name, value in found.headers.items():
        if name == "Vary":
            patch_vary_headers(response, value.split(", "))
        else:
            response.headers[name] = value
    if found.status == 304:
        del response.headers["Content-Type"]
    return response
