"""A stance is recorded, and taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.stances.models import Stance
from tocsin.actions.asks.stances.record_stance import Reported, record_stance
from tocsin.actions.asks.stances.take_back import take_back
from tocsin.actions.asks.stances.wait import ask_to_record
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.errors import CannotChange as AskedByAnother
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .done_or_waiting import done_or_waiting
from .organisations import organisations_page
from .stance_form import StanceForm


@on_action(Role.PUBLISHER)
@require_POST
def stance_record(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    form = StanceForm(action, request.POST)
    if not form.is_valid():
        return organisations_page(request, action, stance_form=form)
    try:
        return _recorded_or_asked(request, action, form.reported())
    except (CannotChange, AskedByAnother) as error:
        form.add_error(None, str(error))
        return organisations_page(request, action, stance_form=form)


def _recorded_or_asked(request: HttpRequest, action: Action, told: Reported) -> HttpResponse:
    by = member_of(request)
    return done_or_waiting(
        request,
        lambda: record_stance(action, told, by),
        lambda: ask_to_record(action, told, by),
        _("Recorded. It stands on the public page beside the others."),
        to=_page_of(action.slug),
    )


@on_action(Role.PUBLISHER)
@require_POST
def stance_take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    stance = get_object_or_404(Stance, pk=pk, case=find_action(slug).case)
    try:
        take_back(stance, member_of(request))
    except CannotChange as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Taken back: the public reads it no more."))
    return redirect(_page_of(slug))


def _page_of(slug: str) -> str:
    return f"{reverse('action_organisations', args=[slug])}#stances"
