"""Inviting a volunteer by a personal link, and ending one."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.access import must_hold_on
from tocsin.cases.models import Relay, RelayCaller
from tocsin.members.models import Member, Role
from tocsin.members.record import record

from .access import hash_of, is_over
from .errors import CannotCall

LONGEST_NAME = 60


@transaction.atomic
def invite(relay: Relay, called: str, by: Member) -> str:
    """The token of a new link, which nobody can look up again: we keep its hash. Raises CannotCall.

    `called` is a first name or nickname; it may stay empty. The audit trail does not hold it.
    """
    must_hold_on(relay.case, by, Role.REVIEWER)
    if relay.stopped_at or is_over(relay, timezone.now()):
        raise CannotCall(_("This relay is over. Open another before you invite anybody."))
    called = " ".join(called.split())
    if "@" in called or sum(letter.isdigit() for letter in called) > 4:
        raise CannotCall(
            _("Write a first name or nickname only: no address and no number is kept of a volunteer.")
        )
    token = secrets.token_urlsafe(18)
    caller = RelayCaller.objects.create(
        relay=relay, called=called[:LONGEST_NAME], token_hash=hash_of(token), invited_by=by
    )
    record("relay.invited", relay, by, caller=caller.pk)
    return token


@transaction.atomic
def end_link(caller: RelayCaller, by: Member) -> None:
    """The link leads nowhere any more, and the turns that she has not begun are free again."""
    must_hold_on(caller.relay.case, by, Role.REVIEWER)
    if caller.ended_at is None:
        caller.ended_at = timezone.now()
        caller.save(update_fields=["ended_at"])
        caller.turns.filter(begun_at=None, inquiry=None).delete()
        record("relay.link_ended", caller.relay, by, caller=caller.pk)
