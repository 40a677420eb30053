"""The content policy: written once for most answers, since django-csp writes it anew for each."""

from functools import cached_property

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from tocsin.look.elsewhere import is_for_elsewhere


class PolicyMiddleware(CSPMiddleware):
    """Leaves to django-csp what has a policy of its own, or a nonce."""

    @cached_property
    def standing(self) -> str:
        return str(build_policy())

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if is_for_elsewhere(response) or hasattr(request, "_csp_nonce"):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, self.standing)
        return response
