"""Where the mail provider hands over what offices answer. No person opens this address."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from tocsin.followup.replies.any_mail import take_any_mail
from tocsin.members.access import anyone
from tocsin.post.provider.errors import NoEvents, NotTheirs
from tocsin.public.mail_events import answer


# A HEAD is how some providers try the address.
@anyone
@csrf_exempt
@require_http_methods(["HEAD", "POST"])
def mail_replies(request: HttpRequest) -> HttpResponse:
    """403 for a call that is not the provider's, 400 for one without a mail, 413 for one that is too large."""
    # Only here, as the readers take a quarter of a second to load.
    if settings.MAIL_PROVIDER is None:
        raise Http404
    from tocsin.post.provider.inbound import READERS, mails

    if settings.MAIL_PROVIDER not in READERS:
        raise Http404
    if request.method == "HEAD":
        return answer(200)
    try:
        for mail in mails(settings.MAIL_PROVIDER, request, settings.PUBLIC_URL + reverse("mail_replies")):
            take_any_mail(mail)
    except NotTheirs:
        return answer(403, "This call has no valid password or signature: see docs/operators/sending.md.")
    except NoEvents:
        return answer(400, "Here is no mail in the form that this provider documents.")
    except RequestDataTooBig:
        return answer(413, "This mail is too large for a call: see docs/operators/sending.md.")
    return answer(200)
