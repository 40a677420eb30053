"""Headers that every answer carries, beside those of Django and django-csp."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.security import SecurityMiddleware

from tocsin.look.elsewhere import is_for_elsewhere
from tocsin.site.policy import PolicyMiddleware

FIXED = {
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
# For what other sites are invited to show or to load: `tocsin.look.elsewhere` marks such an answer.
ELSEWHERE = {**FIXED, "Cross-Origin-Resource-Policy": "cross-origin"}
ELSEWHERE.pop("X-Frame-Options")


class HeadersMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in (ELSEWHERE if is_for_elsewhere(response) else FIXED).items():
            response.headers[name] = value
        response.headers.setdefault("Cache-Control", "no-store")
        return response


def standing_headers(is_safe: bool) -> list[tuple[str, str]]:
    """What every answer carries, whatever it is, as the middleware itself writes it. `is_safe`: it came by HTTPS."""
    request = HttpRequest()
    request.META["HTTP_X_FORWARDED_PROTO"] = "https" if is_safe else "http"
    respond: Any = _nothing
    for middleware in (PolicyMiddleware, HeadersMiddleware, SecurityMiddleware):
        respond = middleware(respond)
    of_the_page = ("Content-Type", "Cache-Control")
    return [(name, value) for name, value in respond(request).items() if name not in of_the_page]


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()
