"""A member chooses the language of her desk. Her browser keeps it, since the sign-in page shall speak it too."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.look.languages import codes
from tocsin.members.access import allowed, member_of
from tocsin.members.choose_language import choose_language
from tocsin.members.models import Role

A_YEAR = 365 * 24 * 3600


@allowed(Role.VIEWER)
@require_POST
def own_language(request: HttpRequest) -> HttpResponse:
    """Empty: as the browser likes."""
    chosen = request.POST.get("language", "")
    if chosen and chosen not in codes():
        return HttpResponseBadRequest(_("This site does not speak that language."))
    choose_language(member_of(request), chosen)
    answer = redirect("own_account")
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR if chosen else 0,
        path=settings.SESSION_COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
