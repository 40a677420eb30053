"""'What happened?' after a call: one tap says it, a second may add what was said. Both wait for a reviewer; no name is asked."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from tocsin.actions.models import Action, Target
from tocsin.actions.queries import action_view
from tocsin.cases.inquiries.of_a_call import OUTCOMES, WORDLESS
from tocsin.cases.models import InquiryOutcome, ToldCall
from tocsin.cases.told_calls.tell import TooMany, add_said, call_told, may_add, tell_call
from tocsin.delivery.hand_over import hand_over
from tocsin.delivery.models import HandoverChannel
from tocsin.delivery.tokens import handover_of
from tocsin.directory.models import Channel, ContactPoint
from tocsin.directory.queries import usable_points
from tocsin.members.access import anyone
from tocsin.public.against_abuse.admit import Answer
from tocsin.public.against_abuse.form_stamp import form_stamp
from tocsin.public.against_abuse.press import admit_press
from tocsin.public.against_abuse.stamp import BITS
from tocsin.public.asked_back import ASKED_BACK
from tocsin.public.letter_page import start_again, whole_number
from tocsin.public.open_action import for_open_action
from tocsin.public.sharing import sharing


@anyone
@for_open_action
def called(request: HttpRequest, action: Action) -> HttpResponse:
    """By GET, the thanks for a call that was told a moment ago."""
    given = request.POST if request.method == "POST" else request.GET
    key = handover_of(given.get("token", ""))
    if key is None:
        return start_again(action)
    told = call_told(action.case, key)
    if request.method != "POST":
        return _thanks(request, action, told) if told else start_again(action)
    if told and "said" in request.POST:
        add_said(told, request.POST["said"])
        return _to_thanks(action, f"{request.POST['token']}&stored=1")
    return _tell(request, action, key)


def _tell(request: HttpRequest, action: Action, key: UUID) -> HttpResponse:
    target, outcome = _target(action, request.POST.get("to", "")), request.POST.get("outcome", "")
    point = _number(target, whole_number(request.POST.get("point", ""))) if target else None
    if point is None or outcome not in OUTCOMES:
        return start_again(action)
    answer = _take(request, action, point, outcome, key)
    if answer in ASKED_BACK:
        return _once_more(request, action, answer)
    if outcome not in WORDLESS:
        hand_over(action, target, HandoverChannel.PHONE, request.POST["token"])
    return _to_thanks(action, request.POST["token"])


def _take(request: HttpRequest, action: Action, point: ContactPoint, outcome: str, key: UUID) -> Answer:
    answer = admit_press(request, action)
    if answer == Answer.TAKE:
        try:
            tell_call(action.case, point, outcome, key)
        except TooMany:
            return Answer.TOO_MANY
    return answer


def _target(action: Action, to: str) -> Target | None:
    return action.targets.filter(pk=whole_number(to) or 0).select_related("office").first()


def _number(target: Target, point: int | None) -> ContactPoint | None:
    """The number that the page showed."""
    usable = usable_points(target.office)
    return next((p for p in usable if p.pk == point and p.channel == Channel.PHONE), None)


def _to_thanks(action: Action, token: str) -> HttpResponse:
    return redirect(f"{reverse('called', args=[action.slug])}?token={token}")


def _once_more(request: HttpRequest, action: Action, answer: Answer) -> HttpResponse:
    words = {
        "action": action_view(action),
        "wrong": ASKED_BACK[answer],
        "outcomes": OUTCOMES,
        "given": {name: request.POST.get(name, "") for name in ("token", "to", "point")},
        "stamp": form_stamp(action, request.POST.get("stamp", "")),
        "riddle_bits": BITS,
    }
    return render(request, "public/called_again.html", words, status=422)


def _thanks(request: HttpRequest, action: Action, told: ToldCall) -> HttpResponse:
    view = action_view(action)
    words = {
        "action": view,
        "told": told,
        "is_wrong": told.outcome == InquiryOutcome.WRONG_NUMBER,
        "token": request.GET["token"],
        "asks": may_add(told) and "stored" not in request.GET,
        "share": sharing(view),
    }
    return render(request, "public/called.html", words)
