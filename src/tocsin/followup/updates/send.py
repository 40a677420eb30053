"""An update goes to everybody who confirmed a letter of its action: once to each, at half the pace of letters.

A job a batch puts the next supporters' mails into the outbox and notes how far it came in the same transaction;
a batch that is done twice finds that it was done.
"""

import hashlib
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.errors import CannotChange
from tocsin.followup.batches import Mailing, queue_batch
from tocsin.followup.models import Update, UpdateState
from tocsin.jobs.enqueue import enqueue
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision
from tocsin.members.second_person import NeedsSecondPerson, is_needed, waiting

from .audience import audience

ACT = "update.sent"


def fingerprint(update: Update) -> str:
    """Of its words, and whether the note goes along: what was looked at is what is sent."""
    texts = update.texts.order_by("language").values_list("language", "subject", "body")
    return hashlib.sha256(repr([update.with_note, *texts]).encode()).hexdigest()


@transaction.atomic
def send(update: Update, seen: str, by: Member, is_agreed: bool = False) -> Update:
    """`seen` is the fingerprint of what the member saw when she pressed. Raises PermissionDenied, CannotChange.

    Raises NeedsSecondPerson where two decide and it is not agreed on: `wait.ask_to_send` asks for it instead.
    """
    must_publish(update.action, by)
    update = Update.objects.select_for_update(of=("self",)).select_related("action__case").get(pk=update.pk)
    if update.state != UpdateState.DRAFT:
        raise CannotChange(_("It is on its way already."))
    _check(update, seen)
    if is_needed(ACT) and not is_agreed:
        raise NeedsSecondPerson(waiting(ACT, update.action))
    was = as_it_is(update, ("state",))
    update.state, update.sent_at, update.sent_by = UpdateState.SENDING, timezone.now(), by
    update.save(update_fields=["state", "sent_at", "sent_by"])
    languages = sorted(update.texts.values_list("language", flat=True))
    keep_revision(record(ACT, update, by, languages=languages), update, was, within=update.action.case)
    _mailing(update).go_on()
    # It stands in the action’s feed, too.
    enqueue("pages.render", {"action": update.action_id})
    return update


def _check(update: Update, seen: str) -> None:
    if not update.action.is_visible or update.action.is_sample or update.action.case.frozen_at:
        raise CannotChange(
            _("Nothing is sent while the case is frozen or the public does not see the action.")
        )
    if not update.texts.filter(language=update.action.language).exists():
        told = _(
            "It must be written in the action’s own language (%(language)s): who reads no other gets that."
        )
        raise CannotChange(told % {"language": update.action.language})
    if seen != fingerprint(update):
        raise CannotChange(_("The text was changed since you looked at it. Look once more."))


@transaction.atomic
def go_on(payload: dict[str, Any]) -> None:
    """Does a job of kind `followup.update`."""
    update = Update.objects.select_for_update(of=("self",)).select_related("action").get(pk=payload["update"])
    if update.state != UpdateState.SENDING or update.reached != payload["after"]:
        return
    readers = audience(update.action).filter(confirmed_at__lte=update.sent_at)
    found, is_last = queue_batch(_mailing(update), readers, update.reached)
    update.queued += len(found)
    update.reached = found[-1] if found else update.reached
    update.state = UpdateState.SENT if is_last else update.state
    update.save(update_fields=["queued", "reached", "state"])


def _mailing(update: Update) -> Mailing:
    return Mailing("update", update.pk, "supporter")
