"""A publisher decides what the public reads of an answer: all of it, chosen words, or nothing."""

import re

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.cases.changed import case_changed
from tocsin.followup.models import Reply, ReplyState
from tocsin.members.models import Member
from tocsin.members.record import record

# Between words that do not stand together in the answer.
_LEFT_OUT = re.compile(r"\[\s*(?:…|\.\.\.)\s*\]")


@transaction.atomic
def decide(reply: Reply, state: ReplyState, by: Member, words: str = "") -> Reply:
    """`words`: what is shown in part, with […] where something is left out. It can be decided anew at any time.

    Raises PermissionDenied, and CannotChange where the words are not those of the answer.
    """
    reply = Reply.objects.select_for_update(of=("self",)).select_related("action__case").get(pk=reply.pk)
    if reply.action is None:
        raise CannotChange(_("Say first which letter it answers."))
    must_publish(reply.action, by)
    was = reply.state
    reply.shown_text = _shown(reply, state, words)
    reply.state, reply.decided_by, reply.decided_at = state, by, timezone.now()
    reply.save(update_fields=["shown_text", "state", "decided_by", "decided_at"])
    record("reply.decided", reply, by, was=was, now=state)
    case_changed(reply.action.case)
    return reply


def _shown(reply: Reply, state: ReplyState, words: str) -> str:
    if state == ReplyState.PUBLISHED:
        if not reply.text.strip():
            raise CannotChange(_("There are no words in it to publish."))
        return reply.text
    return _chosen(reply, words) if state == ReplyState.IN_PART else ""


def _chosen(reply: Reply, words: str) -> str:
    """What is published as an office's words is what it wrote, or nothing."""
    pieces = [_plain(piece) for piece in _LEFT_OUT.split(words)]
    if not any(pieces):
        raise CannotChange(_("Choose the words that are to be shown."))
    for piece in pieces:
        if piece not in _plain(reply.text):
            told = _(
                "These words do not stand in the answer: “%(words)s”. Put […] where you leave something out."
            )
            raise CannotChange(told % {"words": piece[:120]})
    return words.replace("\r\n", "\n").strip()


def _plain(text: str) -> str:
    return " ".join(text.split())
