"""A gathering as a poster to print: A4, with a code for telephones. Nothing of it is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tocsin.actions.asks.gather.links import page_address
from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.queries import action_view
from tocsin.language.date_words import date_words
from tocsin.members.access import anyone
from tocsin.printing.fonts_to_add import fonts_to_add
from tocsin.printing.poster import Poster, print_poster
from tocsin.printing.sheet import CannotPrint
from tocsin.public.gathering import seen, shown

MEDIA_TYPE = "application/pdf"


@anyone
@require_safe
def gathering_poster(request: HttpRequest, code: str) -> HttpResponse:
    found = seen(code)
    try:
        printed = print_poster(_poster(found), timezone.localdate().isoformat())
    except CannotPrint:
        return _cannot_print(request, found, "")
    if printed.missing:
        return _cannot_print(request, found, printed.missing)
    headers = {"Content-Disposition": f'inline; filename="{found.code}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(printed.pdf, content_type=MEDIA_TYPE, headers=headers)


def _poster(gathering: Gathering) -> Poster:
    view, action, language = shown(gathering), action_view(gathering.action), get_language() or "en"
    place = view.link if view.is_online else view.place
    return Poster(
        language=language,
        title=view.title,
        cause=action.title,
        day=date_words(view.day.isoformat(), language),
        hours=view.hours,
        place="" if place in view.title else place,
        facts=(
            (_("Languages"), view.languages),
            (_("Access"), view.accessibility),
            (_("Bring"), view.bring),
        ),
        address=page_address(gathering),
        organiser=action.organiser,
    )


def _cannot_print(request: HttpRequest, gathering: Gathering, missing: str) -> HttpResponse:
    """In words what is missing; the page itself can be printed from a browser."""
    words = {"gathering": shown(gathering), "missing": missing[:40], "to_add": fonts_to_add(missing)}
    return render(request, "public/gathering_unprinted.html", words, status=422 if missing else 503)
