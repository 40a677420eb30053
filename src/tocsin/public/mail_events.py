"""Where the mail provider tells what came of our mails: bounces, refusals, complaints. No person opens this address."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.delivery.returned.take import take
from tocsin.members.access import anyone
from tocsin.post.provider.errors import NoEvents, NotTheirs


# A HEAD is how some providers try the address.
@anyone
@csrf_exempt
@require_http_methods(["HEAD", "POST"])
def mail_events(request: HttpRequest) -> HttpResponse:
    """403 for a call that is not the provider's, 400 for one without events; after any other answer it tries again."""
    if settings.MAIL_PROVIDER is None:
        raise Http404
    if request.method == "HEAD":
        return answer(200)
    # Only here: the readers of all providers take a quarter of a second to load, which most sites never need.
    from tocsin.post.provider.notices import notices

    try:
        for notice in notices(settings.MAIL_PROVIDER, request):
            take(notice)
    except NotTheirs:
        return answer(403, "This call has no valid password or signature: see docs/operators/sending.md.")
    except NoEvents:
        return answer(400, "Here are no events in the form that this provider documents.")
    return answer(200)


def answer(status: int, words: str = "") -> HttpResponse:
    """For a program, which may keep `words` in its own log."""
    response = HttpResponse(words, status=status, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "no-store"
    return response
