"""An answer that came on paper, or to a supporter who passed it on, is typed in by hand."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Target
from tocsin.cases.access import must_hold_on
from tocsin.followup.models import Reply, Way
from tocsin.jobs.enqueue import enqueue_and_do
from tocsin.members.models import Member, Role
from tocsin.members.record import record


@dataclass(frozen=True)
class Typed:
    """`way` is PAPER or SUPPORTER; `sender` is who signed it."""

    way: str
    came_on: date
    text: str
    sender: str = ""
    subject: str = ""


@transaction.atomic
def type_in(target: Target, typed: Typed, by: Member) -> Reply:
    """Nothing of it is public before a publisher decides. Raises PermissionDenied, CannotChange."""
    must_hold_on(target.action.case, by, Role.REVIEWER)
    if typed.came_on > timezone.localdate():
        raise CannotChange(_("This day has not come yet."))
    mark = _mark(target, typed)
    if typed.way not in (Way.PAPER, Way.SUPPORTER):
        raise CannotChange(_("Say how it came: on paper, or to a supporter."))
    if Reply.objects.filter(mark=mark).exists():
        raise CannotChange(_("This answer is here already: same office, same day, same words."))
    reply = Reply.objects.create(
        action=target.action,
        target=target,
        way=typed.way,
        came_at=datetime.combine(typed.came_on, time(12), UTC),
        sender=typed.sender[:300],
        subject=typed.subject[:300],
        text=typed.text.replace("\r\n", "\n").strip(),
        mark=mark,
    )
    record("reply.typed_in", reply, by, way=typed.way)
    enqueue_and_do("pages.render", {"action": target.action_id})
    return reply


def _mark(target: Target, typed: Typed) -> str:
    words = f"{target.pk}\n{typed.came_on}\n{' '.join(typed.text.split())}"
    return hashlib.sha256(words.encode()).hexdigest()
