"""Pages of a personal link: listed by no search engine. That no browser keeps them holds for every answer (`site/headers.py`)."""

from django.http import HttpResponse


def unseen(response: HttpResponse) -> HttpResponse:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
