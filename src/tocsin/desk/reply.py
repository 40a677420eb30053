"""One answer of an office: its words, what hung on it, and what the public reads of it."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.access import on_action
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Action
from tocsin.cases.access import holds_on
from tocsin.cases.names import case_mask
from tocsin.followup.models import Reply, ReplyState
from tocsin.followup.replies.decide import decide
from tocsin.followup.replies.type_in import type_in
from tocsin.members.access import member_of
from tocsin.members.models import Role

from .action_edit import find_action
from .follow_up import follow_up_page
from .reply_forms import TypedReplyForm


@on_action(Role.VIEWER)
def reply_desk(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    action = find_action(slug)
    return reply_page(request, action, _find(action, pk))


def reply_page(request: HttpRequest, action: Action, reply: Reply, **wrong: Any) -> HttpResponse:
    page = {
        "reply": reply,
        "action": action,
        "address": reply.delivery.contact_point.value if reply.delivery else "",
        "is_named": case_mask(action.case).touches(reply.text),
        "words": reply.shown_text or reply.text,
        "may_decide": holds_on(action.case, member_of(request), Role.PUBLISHER),
        **wrong,
    }
    return render(request, "desk/reply.html", page, status=422 if wrong else 200)


@on_action(Role.PUBLISHER)
@require_POST
def reply_decide(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    action, how = find_action(slug), request.POST.get("how", "")
    reply = _find(action, pk)
    words = request.POST.get("words", "")
    if how not in set(ReplyState) - {ReplyState.NEW}:
        return reply_page(
            request, action, reply, refused=_("Choose what the public reads of it."), words=words
        )
    try:
        decide(reply, ReplyState(how), member_of(request), words)
    except CannotChange as error:
        return reply_page(request, action, reply, refused=str(error), words=words)
    messages.success(request, _("Saved: %(state)s.") % {"state": ReplyState(how).label})
    return redirect(f"{reverse('follow_up', args=[slug])}#replies")


@on_action(Role.REVIEWER)
@require_POST
def reply_type_in(request: HttpRequest, slug: str) -> HttpResponse:
    action = find_action(slug)
    form = TypedReplyForm(action, request.POST)
    if not form.is_valid():
        return follow_up_page(request, action, reply_form=form)
    try:
        reply = type_in(form.cleaned_data["target"], form.typed(), member_of(request))
    except CannotChange as error:
        form.add_error(None, str(error))
        return follow_up_page(request, action, reply_form=form)
    messages.success(request, _("The answer is here. Nothing of it is public yet."))
    return redirect("reply_desk", slug, reply.pk)


def _find(action: Action, pk: int) -> Reply:
    """Raises Http404."""
    return get_object_or_404(
        action.replies.select_related("target__office", "delivery__contact_point"), pk=pk
    )
