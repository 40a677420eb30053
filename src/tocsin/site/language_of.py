"""In which language an answer is: as its address says, as a member chose for her desk, else as the browser likes."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from tocsin.look.languages import codes, liked, parted


class LanguageMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        named, accepted = parted(request.path_info)[0], request.headers.get("Accept-Language", "")
        language = named or _chosen(request) or liked(accepted)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Accept-Language",))
        return response


def _chosen(request: HttpRequest) -> str:
    """By a cookie that is for the desk alone."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in codes() and request.path_info.startswith("/desk/") else ""
