"""Mails to the address for answers that name no letter of ours in a way that can be trusted: a person says what they are."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import VISIBLE, Target
from tocsin.cases.access import cases_of
from tocsin.followup.models import Reply
from tocsin.followup.replies.link import link
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Member, Role

from .paged import paged
from .typed_key import typed_key


@allowed(Role.PUBLISHER)
def stray_replies(request: HttpRequest) -> HttpResponse:
    page = {
        "replies": paged(Reply.objects.filter(action=None), request),
        "targets": list(_targets(member_of(request))),
    }
    return render(request, "desk/stray_replies.html", page)


@allowed(Role.PUBLISHER)
@require_POST
def stray_reply_link(request: HttpRequest, pk: int) -> HttpResponse:
    reply = get_object_or_404(Reply, pk=pk)
    target = _targets(member_of(request)).filter(pk=typed_key(request.POST.get("target", ""))).first()
    if target is None:
        messages.error(request, _("Choose the office that answers."))
        return redirect("stray_replies")
    try:
        link(reply, target, member_of(request))
    except CannotChange as error:
        messages.error(request, str(error))
        return redirect("stray_replies")
    messages.success(request, _("Linked by hand. Nothing of it is public yet."))
    return redirect("reply_desk", target.action.slug, reply.pk)


def _targets(member: Member) -> QuerySet[Target]:
    """Of the actions in which she publishes."""
    rows = Target.objects.filter(
        action__case__in=cases_of(member, Role.PUBLISHER), action__state__in=VISIBLE, action__is_sample=False
    )
    return rows.select_related("office", "action").order_by("action__title", "position")
