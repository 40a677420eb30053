"""Handing out the mail of an answer as it came: it may quote its supporter, so that each time is noted in the trail."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from tocsin.actions.access import on_action
from tocsin.followup.models import ReplyMail
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.members.record import record

from .action_edit import find_action


@on_action(Role.PUBLISHER)
def reply_mail(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """A file to keep, which no browser opens: whoever wrote it may have hung anything on it."""
    reply = get_object_or_404(find_action(slug).replies, pk=pk)
    kept = ReplyMail.objects.filter(reply=reply).first()
    if kept is None:
        raise Http404
    record("reply.mail_taken", reply, member_of(request))
    headers = {
        "Content-Disposition": f'attachment; filename="{slug}-answer-{pk}.eml"',
        "Cache-Control": "no-store",
    }
    return HttpResponse(bytes(kept.data), content_type="application/octet-stream", headers=headers)
