"""The page of an action: a file, read and sent."""

import os
from datetime import UTC, datetime
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from tocsin.members.access import anyone
from tocsin.public.gone import gone_or_unknown
from tocsin.public.page_files import page_file
from tocsin.public.render import settle


@anyone
@require_safe
def action(request: HttpRequest, slug: str) -> HttpResponse:
    path = page_file(slug, get_language() or "en")
    response = _from_file(request, path)
    if response is None and settle(slug):
        response = _from_file(request, path)
    return response or gone_or_unknown(request, slug)


def _from_file(request: HttpRequest, path: Path) -> HttpResponse | HttpResponseNotModified | None:
    """The file with its validators, or 304; None where there is none. Asks nothing of the database."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            html = file.read()
    except FileNotFoundError:
        return None
    etag = quote_etag(f"{status.st_mtime_ns:x}-{status.st_size:x}")
    response = HttpResponse(html)
    response.headers["ETag"] = etag
    response.headers["Last-Modified"] = http_date(status.st_mtime)
    # Kept by browsers, but asked for each time: what is withdrawn is gone at once.
    response.headers["Cache-Control"] = "no-cache"
    changed_at = int(datetime.fromtimestamp(status.st_mtime, UTC).timestamp())
    return get_conditional_response(request, etag, changed_at, response)
