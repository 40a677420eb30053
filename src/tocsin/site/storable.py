"""Refuses the one character that PostgreSQL stores in no text, before any page meets it: NUL."""

from collections.abc import Callable
from itertools import chain

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from .errors import not_storable


class StorableMiddleware:
    """At every address alike, whether there is a page or not; but a mail that is handed over may hold anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        given = chain(request.GET.lists(), request.POST.lists())
        is_there = any("\0" in text for name, values in given for text in (name, *values))
        if is_there and request.path != reverse("mail_replies"):
            return not_storable()
        return self.get_response(request)
