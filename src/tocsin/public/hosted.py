"""A host's personal link: confirm, correct, call off, report back. No account, no cookie, no JavaScript.

The link itself is the key: a forged form of another site would have to know it, so its forms need no token beside it.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt

from tocsin.actions.asks.gather.closed import closed_words
from tocsin.actions.asks.gather.describe import gathering_view
from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.asks.gather.gathering_form import GatheringForm
from tocsin.actions.asks.gather.host_acts import STANDING, confirm_hosting, correct, withdraw_hosted
from tocsin.actions.asks.gather.links import hosted as hosted_by
from tocsin.actions.asks.gather.models import Gathering
from tocsin.actions.asks.gather.put_wrong import put_wrong
from tocsin.actions.asks.gather.queries import hosts_wanted, seen_gathering, standing_day
from tocsin.actions.asks.gather.report_back import may_report, report_back
from tocsin.actions.asks.gather.report_form import ReportForm, report_told
from tocsin.cases.names import case_mask
from tocsin.members.access import anyone
from tocsin.public.countries import country_choices
from tocsin.public.unseen import unseen


@anyone
@csrf_exempt
def hosted(request: HttpRequest, token: str) -> HttpResponse:
    gathering = hosted_by(token)
    if gathering is None or standing_day(gathering.action) is None:
        return unseen(render(request, "public/host_ended.html", {"gathering": gathering}, status=410))
    if request.method != "POST":
        return unseen(_page(request, gathering))
    return unseen(_act(request, gathering))


def _act(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    acts: dict[str, Callable[[HttpRequest, Gathering], dict[str, Any]]] = {
        "confirm": _confirm,
        "correct": _correct,
        "withdraw": _withdraw,
        "report": _report,
    }
    chosen = acts.get(request.POST.get("act", ""))
    wrong = chosen(request, gathering) if chosen else {}
    return _page(request, gathering, **wrong) if wrong else redirect(request.path)


def _confirm(_request: HttpRequest, gathering: Gathering) -> dict[str, Any]:
    confirm_hosting(gathering)
    return {}


def _withdraw(_request: HttpRequest, gathering: Gathering) -> dict[str, Any]:
    withdraw_hosted(gathering)
    return {}


def _correct(request: HttpRequest, gathering: Gathering) -> dict[str, Any]:
    form = GatheringForm(gathering.action.called_day, request.POST, gathering)
    try:
        if form.is_valid() and form.plan:
            correct(gathering, form.plan)
    except CannotHost as error:
        put_wrong(form, error)
    return {"form": form} if form.errors else {}


def _report(request: HttpRequest, gathering: Gathering) -> dict[str, Any]:
    form = ReportForm(request.POST)
    try:
        if form.is_valid():
            report_back(gathering, **form.cleaned_data)
    except CannotHost as error:
        put_wrong(form, error)
    return {"report_form": form} if form.errors else {}


def _page(request: HttpRequest, gathering: Gathering, **wrong: Any) -> HttpResponse:
    now, action = timezone.now(), gathering.action
    stands = gathering.state in STANDING and gathering.ends_at > now and hosts_wanted(action) is not None
    page = {
        "gathering": gathering,
        "action": action,
        "view": gathering_view(gathering, case_mask(action.case), now),
        "closed": closed_words(action),
        "is_seen": seen_gathering(gathering.code) is not None,
        "may_correct": stands,
        "may_report": may_report(gathering, now),
        "form": GatheringForm(action.called_day, gathering=gathering),
        "report_form": ReportForm(initial=report_told(gathering)),
        "countries": country_choices(get_language() or "en"),
        **wrong,
    }
    return render(request, "public/hosted.html", page, status=422 if wrong else 200)
