"""What search engines are told: the open pages yes, the desk and the letters no."""

from django.http import HttpRequest, HttpResponse

from tocsin.members.access import anyone

TEXT = """User-agent: *
Disallow: /desk/
Disallow: /api/
Disallow: /confirm/
Disallow: /relay/
Disallow: /translate/
Disallow: /follow/
Disallow: /leave/
Disallow: /a/*/write
"""


@anyone
def robots(request: HttpRequest) -> HttpResponse:
    return HttpResponse(TEXT, content_type="text/plain; charset=utf-8")
