"""The button that sends a member the letter as a test."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.actions.send_test import send_test
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.post.deliver import post_office

from .action_edit import find_action


@on_action(Role.REVIEWER)
@require_POST
def action_test(request: HttpRequest, slug: str) -> HttpResponse:
    try:
        address = send_test(find_action(slug), member_of(request), request.POST.get("language", ""))
    except CannotChange as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _where(address))
    return redirect(f"{reverse('action_edit', args=[slug])}#check")


def _where(address: str) -> str:
    if post_office().is_real:
        return _("The test is on its way to %(address)s.") % {"address": address}
    return _("Mail is not set up: the test to %(address)s goes into the mail folder.") % {"address": address}
