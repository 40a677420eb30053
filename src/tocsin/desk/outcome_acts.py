"""An outcome is recorded, and taken back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange, CannotPublish
from tocsin.actions.models import Action
from tocsin.cases.errors import CannotChange as AskedByAnother
from tocsin.followup.models import Outcome
from tocsin.followup.outcomes.record_outcome import Told, record_outcome
from tocsin.followup.outcomes.take_back import take_back
from tocsin.followup.outcomes.wait import ask_to_record
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .done_or_waiting import done_or_waiting
from .follow_up import follow_up_page
from .outcome_form import OutcomeForm


@on_action(Role.PUBLISHER)
@require_POST
def outcome_record(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    form = OutcomeForm(action, request.POST)
    if not form.is_valid():
        return follow_up_page(request, action, outcome_form=form)
    try:
        return _recorded_or_asked(request, action, form.told())
    except (CannotChange, CannotPublish, AskedByAnother) as error:
        form.add_error(None, str(error))
        return follow_up_page(request, action, outcome_form=form)


def _recorded_or_asked(request: HttpRequest, action: Action, told: Told) -> HttpResponse:
    by = member_of(request)
    return done_or_waiting(
        request,
        lambda: record_outcome(action, told, by),
        lambda: ask_to_record(action, told, by),
        _("Recorded. It stands on the action’s page and on that of the case."),
        to=f"{reverse('follow_up', args=[action.slug])}#outcomes",
    )


@on_action(Role.PUBLISHER)
@require_POST
def outcome_take_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    outcome = get_object_or_404(Outcome, pk=pk, action__slug=slug)
    try:
        take_back(outcome, request.POST.get("why", ""), member_of(request))
    except CannotChange as error:
        given = {"not_back": str(error), "not_back_at": outcome.pk}
        return follow_up_page(request, find_action(slug), **given)
    messages.success(
        request, _("Taken back: the public reads it no more. What followed from it stays as it is.")
    )
    return redirect(f"{reverse('follow_up', args=[slug])}#outcomes")
