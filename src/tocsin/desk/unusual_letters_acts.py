"""Letters are taken out and put back, and an alarm is seen."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.delivery.alarms.dismiss import dismiss
from tocsin.delivery.models import Alarm, TakeOut
from tocsin.delivery.taken_out.put_back import put_back
from tocsin.delivery.taken_out.take_out import ask_to_take_out, take_out
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.second_person import NeedsSecondPerson

from .action_edit import find_action
from .rule_form import RuleForm
from .unusual_letters import unusual_page


@on_action(Role.PUBLISHER)
@require_POST
def letters_take_out(request: HttpRequest, slug: str) -> HttpResponse:
    """As the form says, whose rule was looked at before; where two decide, the second one is asked."""
    action, form, by = find_action(slug), RuleForm(request.POST), member_of(request)
    reason = request.POST.get("reason", "")[:300]
    if not form.is_valid():
        return unusual_page(request, action, form, reason=reason)
    rule = form.rule(timezone.now())
    try:
        take_out(action, rule, reason, by)
    except NeedsSecondPerson:
        return _ask(request, slug, form, reason)
    except CannotChange as error:
        return unusual_page(request, action, form, refused=str(error), reason=reason)
    messages.success(
        request,
        _("They are being taken out: none of them will leave or count, and the public page will say so."),
    )
    return redirect("unusual_letters", slug)


def _ask(request: HttpRequest, slug: str, form: RuleForm, reason: str) -> HttpResponse:
    action = find_action(slug)
    try:
        asked = ask_to_take_out(action, form.rule(timezone.now()), reason, member_of(request))
    except CannotChange as error:
        return unusual_page(request, action, form, refused=str(error), reason=reason)
    return redirect("second_person", asked.pk)


@on_action(Role.PUBLISHER)
@require_POST
def letters_put_back(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    made = get_object_or_404(TakeOut, pk=pk, action__slug=slug)
    why = request.POST.get("why", "")[:300]
    try:
        put_back(made, why, member_of(request))
    except CannotChange as error:
        given = {"not_back": str(error), "not_back_at": made.pk, "why": why}
        return unusual_page(request, find_action(slug), RuleForm(), **given)
    messages.success(request, _("They are being put back where they were, and the public page will say so."))
    return redirect("unusual_letters", slug)


@on_action(Role.PUBLISHER)
@require_POST
def alarm_dismiss(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    if dismiss(get_object_or_404(Alarm, pk=pk, action__slug=slug), member_of(request)):
        messages.success(request, _("Seen. The same burst is not told again for a day."))
    else:
        messages.info(request, _("Somebody has seen this already."))
    return redirect("unusual_letters", slug)
