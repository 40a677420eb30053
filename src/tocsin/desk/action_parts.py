"""Saving one part of an action: its story, its demands or its asks."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.edit_asks import AskRow, edit_asks
from tocsin.actions.edit_demands import DemandRow, edit_demands
from tocsin.actions.edit_story import edit_story
from tocsin.actions.errors import CannotPublish
from tocsin.actions.models import Action
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import editor, find_action
from .action_forms import StoryForm, ask_forms, demand_forms
from .second_person import asks_second


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_story(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    form = StoryForm(request.POST, instance=find_action(slug))
    if not form.is_valid():
        return editor(request, action, story_form=form)
    try:
        edit_story(action, member_of(request), **form.cleaned_data)
    except CannotPublish as error:
        form.add_error(None, list(error.sentences))
        return editor(request, action, story_form=form)
    return saved(request, action, "story")


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_demands(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    forms = demand_forms(action, request.POST)
    if not forms.is_valid():
        return editor(request, action, demand_forms=forms)
    try:
        edit_demands(action, member_of(request), [DemandRow(**row) for row in forms.cleaned_data if row])
    except CannotPublish as error:
        return editor(request, action, demand_forms=forms, demand_errors=error.sentences)
    return saved(request, action, "demands")


@on_action(Role.REVIEWER)
@require_POST
@asks_second
def action_asks(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    forms = ask_forms(action, request.POST)
    if not forms.is_valid():
        return editor(request, action, ask_forms=forms)
    try:
        edit_asks(action, member_of(request), [AskRow(**row) for row in forms.cleaned_data if row])
    except CannotPublish as error:
        return editor(request, action, ask_forms=forms, ask_errors=error.sentences)
    return saved(request, action, "asks")


def saved(request: HttpRequest, action: Action, anchor: str) -> HttpResponse:
    """Back to the step that was saved."""
    messages.success(request, _("Saved."))
    return redirect(f"{reverse('action_edit', args=[action.slug])}#{anchor}")
