"""Handing out the mail of an answer as it came: it may quote its supporter, so that each time is noted in the trail."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from tocsin.actions.access import on_action
from tocsin.followup.models import Reply, ReplyMail
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .action_edit import find_action


@on_action(Role.PUBLISHER)
def reply_mail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    reply = get_object_or_404(find_action(slug).replies, pk=pk)
    return handed_out(reply, f"{slug}-answer-{pk}.eml", member_of(request))


def handed_out(reply: Reply, name: str, to: Member) -> HttpResponse:
    """A file to keep, which no browser opens: whoever wrote it may have hung anything on it. Raises Http404."""
    kept = ReplyMail.objects.filter(reply=reply).first()
    if kept is None:
        raise Http404
    record("reply.mail_taken", reply, to)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(bytes(kept.data), content_type="application/octet-stream", headers=headers)
