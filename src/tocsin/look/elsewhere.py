"""What other sites are invited to show or to load; of all else they can show nothing."""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from csp.decorators import csp_replace
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

_MARK = "is_for_elsewhere"


def for_elsewhere(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The answers of this view may stand in a frame of any site, and be loaded by it."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        setattr(response, _MARK, True)
        return response

    allowed: Any = csp_replace({"frame-ancestors": ["*"]})(marked)
    return cast(Callable[..., HttpResponse], allowed)


def is_for_elsewhere(response: HttpResponseBase) -> bool:
    return getattr(response, _MARK, False)
