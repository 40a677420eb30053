"""A supporter asks us to send her letter; it waits for her confirmation."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tocsin.actions.copies import Copy
from tocsin.actions.models import Action, Target
from tocsin.delivery.ask_to_confirm import ConfirmLink, ask_to_confirm
from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.voice import voice
from tocsin.delivery.written_before import has_written, say_written_before
from tocsin.directory.models import ContactPoint
from tocsin.post.message_id import message_id
from tocsin.supporters.models import Supporter
from tocsin.supporters.take_part import Person, take_part


@dataclass(frozen=True)
class Written:
    """The letter as its writer left it, and where it shall go."""

    target: Target
    contact_point: ContactPoint
    language: str
    subject: str
    body: str
    copies: tuple[Copy, ...] = ()


@transaction.atomic
def take_letter(
    action: Action,
    person: Person,
    written: Written,
    confirm_link: ConfirmLink,
    now: datetime | None = None,
    mail_after: datetime | None = None,
) -> None:
    """Stores supporter, letter and its deliveries, and queues the mail that asks for confirmation, for now or `mail_after`.

    Gives nothing back: the answer to a known address, a new one and one that has too many letters
    waiting is the same.
    """
    now = now or timezone.now()
    if has_written(person.email, written.target):
        say_written_before(person, written.target, now)
        return
    supporter = take_part(person, action=voice(action), now=now)
    if supporter:
        ask_to_confirm(_store(action, supporter, written, now), confirm_link, mail_after)


def _store(action: Action, supporter: Supporter, written: Written, now: datetime) -> Delivery:
    letter = Letter.objects.create(
        action=action,
        supporter=supporter,
        language=written.language,
        subject=written.subject,
        body=written.body,
        created_at=now,
    )
    for copy in written.copies:
        _deliver(letter, copy.target, copy.email, is_copy=True)
    return _deliver(letter, written.target, written.contact_point)


def _deliver(letter: Letter, target: Target, contact_point: ContactPoint, is_copy: bool = False) -> Delivery:
    public_id = uuid.uuid4()
    return Delivery.objects.create(
        public_id=public_id,
        action=letter.action,
        target=target,
        contact_point=contact_point,
        letter=letter,
        is_copy=is_copy,
        message_id=message_id("delivery", str(public_id)),
        created_at=letter.created_at,
        changed_at=letter.created_at,
    )
