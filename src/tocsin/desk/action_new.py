"""The button that makes an action from a case."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.draft_action import draft_action
from tocsin.cases.access import on_case
from tocsin.cases.models import Case
from tocsin.members.access import member_of
from tocsin.members.models import Role


@on_case(Role.REVIEWER)
@require_POST
def action_new(request: HttpRequest, slug: str) -> HttpResponse:
    action = draft_action(get_object_or_404(Case, slug=slug), member_of(request))
    messages.success(request, _("A draft is made from the case. Nobody sees it yet."))
    return redirect("action_edit", action.slug)
