"""What people see while the database is away or its disk is full: what they sent, to be sent again."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = 60  # seconds
# What a page of ours has room for, beyond which the browser's own way back has to do.
LONGEST = 100_000  # characters


def stores_nothing(request: HttpRequest) -> HttpResponse:
    """Asks nobody for anything, but for the form that came. Of the desk's forms, which may hold a password, none comes back."""
    words = {"again": request.get_full_path(), "kept": _kept(request), "letter": request.POST.get("body", "")}
    body = render_to_string("site/stores_nothing.html", words)
    return HttpResponse(body, status=503, headers={"Retry-After": str(RETRY_AFTER)})


def _kept(request: HttpRequest) -> list[tuple[str, str]] | None:
    """The fields of a public form, but for the letter itself; None where there is none."""
    if request.method != "POST" or request.path.startswith("/desk/") or request.FILES:
        return None
    fields = [(name, text) for name, texts in request.POST.lists() for text in texts if name != "body"]
    return fields if sum(map(len, [text for _name, text in fields])) < LONGEST else None
