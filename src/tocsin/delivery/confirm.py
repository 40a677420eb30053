"""A supporter confirms her letter: from now on it is ours to deliver."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.db import transaction
from django.utils import timezone

from tocsin.delivery.claim_voice import claim_voice, spoken
from tocsin.delivery.models import Delivery, DeliveryState, Letter
from tocsin.delivery.names.leave_out import leave_out
from tocsin.delivery.queue import queue
from tocsin.delivery.tokens import delivery_of
from tocsin.supporters.confirm import confirm as confirm_supporter
from tocsin.supporters.models import Supporter
from tocsin.supporters.take_part import WAIT


class Answer(Enum):
    """What came of a press on the button."""

    CONFIRMED = "confirmed"
    ALREADY_CONFIRMED = "already confirmed"
    WRITTEN_BEFORE = "written before"
    TAKEN_OUT = "taken out"
    NAME_LEFT_OUT = "name left out"
    CLOSED = "closed"


@dataclass(frozen=True)
class Asked:
    """The letter that a confirmation link stands for."""

    delivery: Delivery
    letter: Letter
    is_confirmed: bool


def find_asked(token: str, now: datetime | None = None) -> Asked | None:
    """Changes nothing. None where the link is not ours, has run out, or its letter was erased."""
    return _find(token, now or timezone.now(), lock=False)


@transaction.atomic
def confirm(token: str, now: datetime | None = None) -> tuple[Answer, Asked] | None:
    """Queues the letter and its copies, once; a second press finds it confirmed. None as in `find_asked`.

    One that is held for a name in her own words goes without it.
    """
    now = now or timezone.now()
    asked = _find(token, now, lock=True)
    if asked is None:
        return None
    if asked.delivery.state == DeliveryState.TAKEN_OUT:
        return Answer.TAKEN_OUT, asked
    if asked.delivery.state == DeliveryState.NAMES:
        leave_out(asked.letter)
        return Answer.NAME_LEFT_OUT, asked
    if asked.is_confirmed:
        return Answer.ALREADY_CONFIRMED, asked
    if not asked.delivery.action.is_open:
        return Answer.CLOSED, asked
    return _confirm(asked, now), asked


def _confirm(asked: Asked, now: datetime) -> Answer:
    written_by = asked.letter.supporter
    supporter = confirm_supporter(written_by, now)
    if not claim_voice(asked.delivery, supporter.fingerprint):
        first = spoken(supporter.fingerprint, asked.delivery.target_id)
        asked.letter.deliveries.all().delete()
        written_by.delete()
        is_out = first is not None and first.state == DeliveryState.TAKEN_OUT
        return Answer.TAKEN_OUT if is_out else Answer.WRITTEN_BEFORE
    if supporter != written_by:
        asked.letter.supporter = supporter
        asked.letter.save(update_fields=["supporter"])
        written_by.delete()
    for delivery in (asked.delivery, *_copies(asked.letter, supporter)):
        queue(delivery, now)
    return Answer.CONFIRMED


def _copies(letter: Letter, supporter: Supporter) -> list[Delivery]:
    """Those that go out: no office gets a copy that has had this supporter's letter, or a copy of one, before."""
    copies = list(letter.copies)
    voices = Delivery.objects.filter(voice=supporter.fingerprint, target__in=[each.target for each in copies])
    written_to = set(voices.values_list("target", flat=True))
    new = [
        each
        for each in copies
        if each.target_id not in written_to and claim_voice(each, supporter.fingerprint)
    ]
    letter.copies.exclude(pk__in=[each.pk for each in new]).delete()
    return new


def _find(token: str, now: datetime, lock: bool) -> Asked | None:
    public_id = delivery_of(token)
    if public_id is None:
        return None
    rows = Delivery.objects.select_for_update(of=("self",)) if lock else Delivery.objects
    known = rows.filter(public_id=public_id, letter__isnull=False)
    delivery = known.select_related("action", "target__office", "letter__supporter").first()
    if delivery is None or delivery.letter is None:
        return None
    is_confirmed = delivery.state != DeliveryState.UNCONFIRMED
    if not is_confirmed and delivery.created_at <= now - WAIT:
        return None
    return Asked(delivery, delivery.letter, is_confirmed)
