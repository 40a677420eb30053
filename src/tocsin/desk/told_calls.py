"""What supporters tell of their calls: a reviewer takes it into the log, or leaves it out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from tocsin.cases.access import on_case
from tocsin.cases.told_calls.decide import leave_out_calls, take_calls
from tocsin.cases.told_calls.waiting import A_PAGE
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .case_file import find_case

ACTS = {"take": take_calls, "leave_out": leave_out_calls}


@on_case(Role.REVIEWER)
@require_POST
def told_calls_decide(request: HttpRequest, slug: str) -> HttpResponse:
    case, act = find_case(slug), ACTS.get(request.POST.get("decision", ""))
    ticked = [int(pk) for pk in request.POST.getlist("call") if pk.isascii() and pk.isdigit()][:A_PAGE]
    if act is None or not ticked:
        messages.error(request, _("Tick at least one call, then take it into the log or leave it out."))
    else:
        changed = act(case, ticked, member_of(request))
        said = ngettext("%(n)d call decided.", "%(n)d calls decided.", changed)
        messages.success(request, said % {"n": changed})
    return redirect(f"{reverse('inquiries', args=[slug])}#told-calls")
