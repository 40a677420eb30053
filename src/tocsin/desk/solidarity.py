"""Messages of solidarity: a quick look through those that wait, and the booklet."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from tocsin.actions.access import on_action
from tocsin.actions.asks.asked import asks_for
from tocsin.actions.asks.messages.booklet_of import booklet_of
from tocsin.actions.asks.messages.decide import DECISIONS, decide
from tocsin.actions.asks.messages.models import MessageState
from tocsin.actions.asks.messages.told import signed_as
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.cases.names import case_mask
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.record import record
from tocsin.printing.sheet import CannotPrint
from tocsin.reports.codes import AskKind

from .action_edit import find_action
from .handed_on import recipients

A_PAGE = 100


@on_action(Role.REVIEWER)
def action_messages(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    state = request.GET.get("state", "")
    state = state if state in MessageState.values else MessageState.WAITING
    rows, mask = action.messages.filter(state=state), case_mask(action.case)
    page: dict[str, Any] = {
        "action": action,
        "asks_messages": asks_for(action, AskKind.SOLIDARITY_MESSAGE),
        "state": state,
        "states": [(s.value, s.label, action.messages.filter(state=s).count()) for s in MessageState],
        "rows": [(one, signed_as(one), mask.touches(one.text)) for one in rows[:A_PAGE]],
        "recipients": recipients(action),
        "may_decide": holds_on(action.case, member_of(request), Role.PUBLISHER),
    }
    return render(request, "desk/solidarity.html", page)


@on_action(Role.PUBLISHER)
@require_POST
def messages_decide(request: HttpRequest, slug: str) -> HttpResponse:
    ticked = [int(pk) for pk in request.POST.getlist("message") if pk.isascii() and pk.isdigit()][:A_PAGE]
    wanted = request.POST.get("decision", "")
    if wanted not in DECISIONS or not ticked:
        messages.error(request, _("Tick at least one message, then show it or leave it out."))
    else:
        changed = decide(find_action(slug), ticked, MessageState(wanted), member_of(request))
        said = ngettext("%(n)d message decided.", "%(n)d messages decided.", changed)
        messages.success(request, said % {"n": changed})
    return redirect("action_messages", slug)


@on_action(Role.PUBLISHER)
@require_GET
def messages_booklet(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    try:
        sheet = booklet_of(action)
    except CannotChange as error:
        return _not_now(request, action, str(error))
    except CannotPrint as error:
        return _not_now(request, action, _("The file could not be set: %(why)s") % {"why": error})
    record("messages.booklet_taken", action, member_of(request))
    headers = {
        "Content-Disposition": f'attachment; filename="{slug}-messages.pdf"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(sheet.pdf, content_type="application/pdf", headers=headers)


def _not_now(request: HttpRequest, action: Action, why: str) -> HttpResponse:
    messages.error(request, why)
    return redirect("action_messages", action.slug)
