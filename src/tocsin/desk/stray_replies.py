"""Mails to the address for answers that name no letter of ours in a way that can be trusted: an administrator says what they are.

They belong to no case yet, and may quote supporters of any.
"""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import VISIBLE, Target
from tocsin.cases.access import holds_on
from tocsin.followup.models import Reply
from tocsin.followup.replies.link import link
from tocsin.members.access import allowed, member_of
from tocsin.members.models import Role

from .paged import paged
from .reply_mail import handed_out
from .typed_key import typed_key


@allowed(Role.ADMINISTRATOR)
def stray_replies(request: HttpRequest) -> HttpResponse:
    page = {
        "replies": paged(Reply.objects.filter(action=None), request),
        "targets": list(_targets()),
    }
    return render(request, "desk/stray_replies.html", page)


@allowed(Role.ADMINISTRATOR)
def stray_reply_mail(request: HttpRequest, pk: int) -> HttpResponse:
    """As it came, above all of one that nothing here can read."""
    reply = get_object_or_404(Reply, pk=pk, action=None)
    return handed_out(reply, f"mail-{pk}.eml", member_of(request))


@allowed(Role.ADMINISTRATOR)
@require_POST
def stray_reply_link(request: HttpRequest, pk: int) -> HttpResponse:
    reply = get_object_or_404(Reply, pk=pk)
    target = _targets().filter(pk=typed_key(request.POST.get("target", ""))).first()
    if target is None:
        messages.error(request, _("Choose the office that answers."))
        return redirect("stray_replies")
    try:
        reply = link(reply, target, member_of(request), request.POST.get("writer", "")[:254])
    except CannotChange as error:
        messages.error(request, str(error))
        return redirect("stray_replies")
    messages.success(request, _("Linked by hand. Nothing of it is public yet."))
    if holds_on(target.action.case, member_of(request), Role.VIEWER):
        return redirect("reply_desk", target.action.slug, reply.pk)
    return redirect("stray_replies")


def _targets() -> QuerySet[Target]:
    """Of all actions that the public sees: whose case it is, she need not be on."""
    rows = Target.objects.filter(action__state__in=VISIBLE, action__is_sample=False)
    return rows.select_related("office", "action__case").order_by("action__title", "position")
