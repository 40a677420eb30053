"""One relay: its turns as a strip, who calls, and the answers that wait for review."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.inquiries.offices import asked_offices
from tocsin.cases.models import Relay, RelayCaller
from tocsin.cases.relay.errors import CannotCall
from tocsin.cases.relay.invite import end_link, invite
from tocsin.cases.relay.open_relay import stop_relay
from tocsin.cases.relay.queries import relay_view
from tocsin.cases.relay.turns import Slot, TurnState, turn_of
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .case_act import act_and_return
from .case_file import find_case
from .inquiry_form import wall_time, zone_words
from .inquiry_rows import LogRow, log_rows


@dataclass(frozen=True)
class Day:
    """The turns of one day at the office."""

    slots: tuple[Slot, ...]

    @property
    def local(self) -> datetime:
        return self.slots[0].local


@on_case(Role.VIEWER)
def relay_desk(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return relay_page(request, _relay(slug, pk))


def relay_page(request: HttpRequest, relay: Relay, **more: Any) -> HttpResponse:
    """The page; `more` holds the link of who was just invited, or what is wrong."""
    view, member = relay_view(relay), member_of(request)
    page = {
        "case": relay.case,
        "relay": relay,
        "view": view,
        "days": _days(slot for slot in view.slots if slot.state != TurnState.PASSED),
        "over_unused": sum(slot.state == TurnState.PASSED for slot in view.slots),
        "zone": zone_words(relay.zone),
        "callers": _callers(relay),
        "calls": _calls(request, relay),
        "may_run": holds_on(relay.case, member, Role.REVIEWER),
        "may_review": holds_on(relay.case, member, Role.REVIEWER),
        **more,
    }
    return render(request, "desk/relay.html", page, status=422 if "invite_error" in more else 200)


def _days(slots: Iterable[Slot]) -> list[Day]:
    by_day: dict[Any, list[Slot]] = {}
    for slot in slots:
        by_day.setdefault(slot.starts_at.date(), []).append(slot)
    return [Day(tuple(of)) for of in by_day.values()]


def _callers(relay: Relay) -> list[tuple[RelayCaller, datetime | None]]:
    """Each with when her turn begins, by the clock of the office, if she has one now or next."""
    now = timezone.now()
    turns = ((caller, turn_of(caller, now)) for caller in relay.callers.order_by("pk"))
    return [(caller, wall_time(turn.starts_at, relay.zone) if turn else None) for caller, turn in turns]


def _calls(request: HttpRequest, relay: Relay) -> list[LogRow]:
    """What the relay's callers logged, newest first."""
    logged = relay.case.inquiries.filter(pk__in=relay.turns.values("inquiry")).order_by("-asked_at")
    found = list(logged.select_related("office", "about", "logged_by", "case"))
    return log_rows(relay.case, found, asked_offices(relay.case), member_of(request))


@on_case(Role.REVIEWER)
@require_POST
def relay_invite(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The link stands on this answer and nowhere else."""
    relay = _relay(slug, pk)
    try:
        token = invite(relay, request.POST.get("called", ""), member_of(request))
    except CannotCall as error:
        return relay_page(request, relay, invite_error=str(error), called=request.POST.get("called", ""))
    link = settings.PUBLIC_URL + reverse("relay", args=[token])
    return relay_page(request, relay, link=link, called=request.POST.get("called", "").strip())


@on_case(Role.REVIEWER)
@require_POST
def relay_stop(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    relay = _relay(slug, pk)
    stop_relay(relay, member_of(request))
    messages.success(request, _("Stopped: every link says so from now on. What was logged stays."))
    return redirect("relay_desk", slug, pk)


@on_case(Role.REVIEWER)
@require_POST
def relay_caller_end(request: HttpRequest, slug: str, pk: int, caller: int) -> HttpResponse:
    relay = _relay(slug, pk)
    ending = get_object_or_404(RelayCaller.objects.select_related("relay__case"), relay=relay, pk=caller)
    by = member_of(request)
    return act_and_return(request, relay.case, lambda: end_link(ending, by), "relays")


def _relay(slug: str, pk: int) -> Relay:
    known = Relay.objects.select_related("case", "office", "about", "opened_by")
    return get_object_or_404(known, case=find_case(slug), pk=pk)
