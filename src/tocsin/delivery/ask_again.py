"""A mail that asked for confirmation is written again: once of ourselves, once more when she asks for it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from tocsin.actions.models import Action, ActionState
from tocsin.delivery.ask_to_confirm import ConfirmLink, ask_to_confirm
from tocsin.delivery.models import Delivery, DeliveryState
from tocsin.delivery.voice import voice
from tocsin.supporters.address import fingerprint
from tocsin.supporters.take_part import WAIT

REMINDED_AFTER = timedelta(hours=24)
# Between two mails about one letter, and how many there are in all.
AGAIN_AFTER = timedelta(minutes=10)
MOST_MAILS = 3
A_BATCH = 500


def remind(confirm_link: ConfirmLink, now: datetime | None = None) -> int:
    """Reminds whoever was asked once and has not confirmed a day later. Gives how many; to be called until none is left."""
    now = now or timezone.now()
    asked_once = {"letter__supporter__asked_times": 1, "created_at__lte": now - REMINDED_AFTER}
    with transaction.atomic():
        waiting = list(_waiting(now).filter(**asked_once).order_by("pk")[:A_BATCH])
        _ask_again(waiting, confirm_link, now)
    return len(waiting)


@transaction.atomic
def resend(action: Action, email: str, confirm_link: ConfirmLink, now: datetime | None = None) -> None:
    """Writes again about the newest letter that waits for this mailbox. Gives nothing back, as whether there is one is hers to know."""
    now = now or timezone.now()
    may_come = {
        "letter__supporter__asked_times__lt": MOST_MAILS,
        "letter__supporter__asked_at__lte": now - AGAIN_AFTER,
    }
    mark = fingerprint(email, voice(action.pk))
    waiting = _waiting(now).filter(action=action, letter__supporter__fingerprint=mark)
    newest = waiting.order_by("-pk").first()
    if newest:
        _ask_again(waiting.filter(pk=newest.pk, **may_come), confirm_link, now)


def _waiting(now: datetime) -> QuerySet[Delivery]:
    """Letters that can still be confirmed."""
    rows = Delivery.objects.select_for_update(of=("self",)).select_related(
        "action__case", "target__office", "letter__supporter"
    )
    can_be = rows.filter(state=DeliveryState.UNCONFIRMED, is_copy=False, letter__isnull=False)
    can_be = can_be.filter(letter__supporter__unreachable_at__isnull=True)
    return can_be.filter(created_at__gt=now - WAIT, action__state=ActionState.PUBLISHED)


def _ask_again(waiting: Iterable[Delivery], confirm_link: ConfirmLink, now: datetime) -> None:
    for delivery in waiting:
        if delivery.letter is None:
            continue
        supporter = delivery.letter.supporter
        supporter.asked_times, supporter.asked_at = supporter.asked_times + 1, now
        supporter.save(update_fields=["asked_times", "asked_at"])
        ask_to_confirm(delivery, confirm_link)
