"""The day that an action calls: the call, the coordinator's own gatherings, and those that hosts propose."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.gather.barred import SET_COUNTRY, barred_countries
from tocsin.actions.asks.gather.call_day import call_day, call_off_day
from tocsin.actions.asks.gather.closed import closed_words
from tocsin.actions.asks.gather.day_words import told_in
from tocsin.actions.asks.gather.errors import CannotHost
from tocsin.actions.asks.gather.gathering_form import GatheringForm
from tocsin.actions.asks.gather.models import CalledDay
from tocsin.actions.asks.gather.plan import Plan
from tocsin.actions.asks.gather.propose import add_gathering
from tocsin.actions.asks.gather.put_wrong import put_wrong
from tocsin.actions.asks.gather.queries import standing_day
from tocsin.actions.asks.gather.wait import ask_to_add
from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.cases.errors import CannotChange as AskedByAnother
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .action_words_waiting import action_waiting, her_words
from .country_choices import country_choices, country_words
from .day_form import day_form
from .done_or_waiting import done_or_waiting
from .gathering_rows import gathering_rows, waiting
from .second_person import asks_second


@on_action(Role.VIEWER)
def day_of_action(request: HttpRequest, slug: str) -> HttpResponse:
    return day_page(request, find_action(slug))


def day_page(request: HttpRequest, action: Action, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in, or what could not be done."""
    day = CalledDay.objects.select_related("action__case").filter(action=action).first()
    rows = gathering_rows(day) if day else []
    member = member_of(request)
    page = {
        "action": action,
        "day": day,
        "form": day_form(day, asked=told_in(her_words(action, member))),
        "rows": rows,
        "waiting": waiting(rows),
        "words_waiting": action_waiting(action, member),
        "barred": [country_words(code) for code in sorted(barred_countries(day))] if day else [],
        "own_form": GatheringForm(day) if day else None,
        "countries": country_choices(),
        "closed": closed_words(action),
        "unset": "" if action.case.country else SET_COUNTRY,
        "is_public": standing_day(action) is not None,
        "may_run": holds_on(action.case, member, Role.PUBLISHER) and not action.is_sample,
        **wrong,
    }
    return render(request, "desk/day_of_action.html", page, status=422 if wrong else 200)


@on_action(Role.PUBLISHER)
@require_POST
@asks_second
def day_call(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    day = CalledDay.objects.filter(action=action).first()
    form = day_form(day, request.POST)
    if form.is_valid():
        try:
            call_day(action, form.call(), member_of(request))
        except CannotHost as error:
            for field, sentence in error.wrong.items():
                form.add_error(field or None, sentence)
        except CannotPublish as error:
            form.add_error(None, list(error.sentences))
        else:
            stands = day is not None and day.called_off_at is None
            called = _("The day is called. Hosts can propose gatherings on the public page.")
            messages.success(request, _("The call is saved.") if stands else called)
            return redirect("day_of_action", slug)
    return day_page(request, action, form=form)


@on_action(Role.PUBLISHER)
@require_POST
def day_call_off(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    get_object_or_404(CalledDay, action=action)
    call_off_day(action, member_of(request), request.POST.get("reason", "").strip()[:300])
    messages.success(
        request, _("The day is called off. Its page, its gatherings and its calendar entries are gone.")
    )
    return redirect("day_of_action", slug)


@on_action(Role.PUBLISHER)
@require_POST
def gathering_add(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    day = get_object_or_404(CalledDay.objects.select_related("action__case"), action=action)
    form = GatheringForm(day, request.POST)
    try:
        if form.is_valid() and form.plan:
            return _added_or_asked(request, action, form.plan)
    except CannotHost as error:
        put_wrong(form, error)
    except AskedByAnother as error:
        form.add_error(None, str(error))
    return day_page(request, action, own_form=form)


def _added_or_asked(request: HttpRequest, action: Action, plan: Plan) -> HttpResponse:
    by = member_of(request)
    return done_or_waiting(
        request,
        lambda: add_gathering(action, plan, by),
        lambda: ask_to_add(action, plan, by),
        _("Your gathering is shown."),
        to=reverse("day_of_action", args=[action.slug]),
    )
