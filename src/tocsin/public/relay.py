"""A volunteer's personal link into the call relay: take a turn, call, log. No account, no cookie, no JavaScript.

The link itself is the key: a forged form of another site would have to know it, so its forms need no token beside it.
"""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from tocsin.cases.inquiries.of_a_call import OUTCOMES, WORDLESS
from tocsin.cases.models import RelayTurn
from tocsin.cases.relay.access import Called, Ended, caller_of
from tocsin.cases.relay.add_words import add_words
from tocsin.cases.relay.errors import CannotCall
from tocsin.cases.relay.log_call import log_call
from tocsin.cases.relay.queries import last_answer, last_call, relay_view, text_for_callers
from tocsin.cases.relay.take_turn import begin_turn, give_back, take_turn
from tocsin.cases.relay.turns import is_now, turn_of
from tocsin.language.countries import country_name
from tocsin.language.zones import clock, zone_city
from tocsin.members.access import anyone
from tocsin.public.unseen import unseen

MOST_TURNS_SHOWN = 24
LONGEST_WORDS = 2000


@anyone
@csrf_exempt
def relay(request: HttpRequest, token: str) -> HttpResponse:
    now = timezone.now()
    called = caller_of(token, now)
    if isinstance(called, Ended):
        return unseen(render(request, "public/relay_ended.html", {"ended": called.value}, status=410))
    if request.method == "POST":
        return unseen(_act(request, token, called, now))
    if called.relay.case.country and _asks_first(request, called):
        return unseen(_ties(request, called))
    return unseen(_page(request, called, now))


def _asks_first(request: HttpRequest, called: Called) -> bool:
    """Who holds or held a turn was told of the risk before."""
    return request.GET.get("ties") not in ("no", "told") and not called.caller.turns.exists()


def _ties(request: HttpRequest, called: Called) -> HttpResponse:
    page = {
        "country": country_name(called.relay.case.country, get_language() or "en"),
        "has_ties": request.GET.get("ties") == "yes",
    }
    return render(request, "public/relay_ties.html", page)


def _page(request: HttpRequest, called: Called, now: datetime, wrong: str = "") -> HttpResponse:
    relay, zone = called.relay, clock(called.relay.zone)
    turn, answer, call = turn_of(called.caller, now), last_answer(relay), last_call(relay)
    say = text_for_callers(relay)
    page = {
        "called": called.caller.called,
        "office": say(str(relay.office)),
        "question": say(relay.question),
        "relay": relay,
        "zone": zone_city(relay.zone).replace("_", " "),
        "answer": answer,
        "answer_at": _by_clock(answer.asked_at, zone) if answer else None,
        "call": call,
        "call_at": _by_clock(call.asked_at, zone) if call else None,
        "turn": turn,
        "turn_at": _by_clock(turn.starts_at, zone) if turn else None,
        "is_now": turn is not None and is_now(turn, now),
        "free": [slot for slot in relay_view(relay, now).slots if slot.is_free][:MOST_TURNS_SHOWN],
        "outcomes": OUTCOMES,
        "logged": _logged(request, called),
        "wrong": wrong,
    }
    return render(request, "public/relay.html", page, status=422 if wrong else 200)


def _by_clock(moment: datetime, zone: tzinfo) -> datetime:
    """As the clock of the office shows it; templates change nothing about it."""
    return moment.astimezone(zone).replace(tzinfo=None)


def _logged(request: HttpRequest, called: Called) -> dict[str, Any] | None:
    """The call that she logged a moment ago, and whether there may be words to add."""
    pk = request.GET.get("logged", "")
    turn = called.caller.turns.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 18 else None
    if turn is None or turn.inquiry is None:
        return None
    is_told = bool(turn.inquiry.spoke_with) or request.GET.get("words") == "stored"
    return {"turn": turn, "asks": not is_told and turn.inquiry.outcome not in WORDLESS}


def _act(request: HttpRequest, token: str, called: Called, now: datetime) -> HttpResponse:
    acts: dict[str, Callable[[HttpRequest, Called, datetime], str]] = {
        "take": _take,
        "give_back": _give_back,
        "begin": _begin,
        "outcome": _log,
        "words": _add_words,
    }
    chosen = next((act for name, act in acts.items() if name in request.POST), None)
    try:
        query = chosen(request, called, now) if chosen else ""
    except CannotCall as error:
        return _page(request, called, now, wrong=str(error))
    return redirect(f"{reverse('relay', args=[token])}?ties=told{query}")


def _take(request: HttpRequest, called: Called, now: datetime) -> str:
    try:
        starts_at = datetime.fromisoformat(request.POST["take"])
    except ValueError:
        return ""
    if starts_at.tzinfo is not None:
        take_turn(called.caller, starts_at, now)
    return ""


def _give_back(request: HttpRequest, called: Called, now: datetime) -> str:
    if turn := turn_of(called.caller, now):
        give_back(turn)
    return ""


def _begin(request: HttpRequest, called: Called, now: datetime) -> str:
    if turn := turn_of(called.caller, now):
        begin_turn(turn, now)
    return ""


def _log(request: HttpRequest, called: Called, now: datetime) -> str:
    """A second tap comes after the first has ended the turn: it names the turn, and finds it logged."""
    if (turn := _turn(request, called)) is None:
        return ""
    log_call(turn, request.POST["outcome"], now)
    return f"&logged={turn.pk}"


def _add_words(request: HttpRequest, called: Called, now: datetime) -> str:
    if (turn := _turn(request, called)) is None:
        return ""
    said, who = request.POST.get("said", "")[:LONGEST_WORDS], request.POST.get("spoke_with", "")
    add_words(turn, now, said, who)
    return f"&logged={turn.pk}&words=stored"


def _turn(request: HttpRequest, called: Called) -> RelayTurn | None:
    """The turn that the form names, where it is hers."""
    pk = request.POST.get("turn", "")
    return called.caller.turns.filter(pk=int(pk)).first() if pk.isdecimal() and len(pk) < 18 else None
