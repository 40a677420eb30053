"""The actions of the cases that the member is on, by what is to be done with them."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from tocsin.actions.access import actions_of
from tocsin.actions.models import ActionState
from tocsin.delivery.counts import counts_of
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

GROUPS = [
    (ActionState.PUBLISHED, _("Open")),
    (ActionState.DRAFT, _("Drafts")),
    (ActionState.CLOSED, _("Closed")),
    (ActionState.WITHDRAWN, _("Withdrawn")),
]


@allowed(Role.VIEWER)
def action_list(request: HttpRequest) -> HttpResponse:
    actions = list(
        actions_of(member_of(request))
        .select_related("case")
        .annotate(
            target_count=Count("targets", distinct=True),
            letter_count=Count("letters__language", distinct=True),
        )
    )
    counted = counts_of(action.pk for action in actions)
    groups = [(label, [(a, counted[a.pk]) for a in actions if a.state == state]) for state, label in GROUPS]
    return render(request, "desk/action_list.html", {"groups": [group for group in groups if group[1]]})
