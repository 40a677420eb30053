"""One gathering: what, when and where; into a calendar, on a poster, and 'I come', which is a count and nothing else.

Its form needs no token beside its stamp, so that who only reads it gets no cookie.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from tocsin.actions.asks.gather.count_in import count_in
from tocsin.actions.asks.gather.describe import gathering_view
from tocsin.actions.asks.gather.links import page_address
from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.asks.gather.queries import hosts_wanted, seen_gathering
from tocsin.actions.asks.gather.view import GatheringView
from tocsin.actions.queries import action_view
from tocsin.cases.names import case_mask
from tocsin.members.access import anyone
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import form_stamp
from tocsin.public.against_abuse.press import admit_press
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.public.calendar import calendar_of

MEDIA_TYPE = "text/calendar; charset=utf-8"


@anyone
@csrf_exempt
def gathering(request: HttpRequest, code: str) -> HttpResponse:
    found = seen(code)
    if request.method != "POST":
        return _page(request, found)
    answer = admit_press(request, found.action)
    if answer not in (Answer.TAKE, Answer.KEEP_QUIET):
        return _page(request, found, answer)
    is_counted = answer == Answer.KEEP_QUIET or (hosts_wanted(found.action) and count_in(found))
    return redirect(f"{request.path}?{'counted' if is_counted else 'late'}=1#come")


@anyone
@require_safe
def gathering_calendar(request: HttpRequest, code: str) -> HttpResponse:
    found = seen(code)
    entry = gathering_entry(found)
    headers = {"Content-Disposition": f'attachment; filename="{found.code}.ics"', "Cache-Control": "no-cache"}
    return HttpResponse(entry, content_type=MEDIA_TYPE, headers=headers)


def gathering_entry(gathering: Gathering) -> str:
    """It alone, as a calendar."""
    return calendar_of("", [shown(gathering)])


def seen(code: str) -> Gathering:
    """Raises Http404 for one that nobody may see now."""
    found = seen_gathering(code)
    if found is None:
        raise Http404
    return found


def shown(gathering: Gathering) -> GatheringView:
    return gathering_view(gathering, case_mask(gathering.action.case), timezone.now())


def gathering_words(gathering: Gathering) -> dict[str, Any]:
    """What its page says to everybody."""
    view = shown(gathering)
    return {
        "action": action_view(gathering.action),
        "gathering": view,
        "address": page_address(gathering),
        "may_come": not view.is_over and hosts_wanted(gathering.action) is not None,
    }


def _page(request: HttpRequest, gathering: Gathering, answer: Answer | None = None) -> HttpResponse:
    words = gathering_words(gathering) | {
        "is_counted": "counted" in request.GET,
        "is_late": "late" in request.GET,
        "wrong": ASKED_BACK.get(answer, "") if answer else "",
        "stamp": form_stamp(gathering.action, request.POST.get("stamp", "")),
        "riddle_bits": BITS,
    }
    response = render(request, "public/gathering.html", words, status=422 if answer else 200)
    # Its stamp is good for one press.
    response.headers["Cache-Control"] = "no-store"
    return response
