"""A supporter asks us to send her letter; it waits for her confirmation. One short transaction, however many come."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tocsin.delivery.claim_voice import spoken
from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.voice import voice
from tocsin.delivery.written_before import written_before
from tocsin.jobs.insert import insert
from tocsin.jobs.models import Job
from tocsin.post.message_id import message_id
from tocsin.supporters.address import fingerprint
from tocsin.supporters.take_part import Person, known_of, take_part

# The job that writes to her; a later stage does it, which knows where its link leads.
ASK = "confirmations.ask"


@dataclass(frozen=True)
class To:
    """A target of the action and the address of it that a letter goes to, by their keys."""

    target: int
    contact_point: int


@dataclass(frozen=True)
class Written:
    """The letter as its writer left it, and where it and its copies shall go. `partner`: the key of whoever brought it."""

    to: To
    language: str
    subject: str
    body: str
    copies: tuple[To, ...] = ()
    wants_answers: bool = True
    partner: int | None = None


@transaction.atomic
def take_letter(
    action: int,
    person: Person,
    written: Written,
    now: datetime | None = None,
    mail_after: datetime | None = None,
) -> None:
    """Stores supporter, letter, its deliveries and the job that asks for confirmation, now or `mail_after`.

    `action` is its key. Gives nothing back: the answer to a known address, a new one and one that has too
    many letters waiting is the same.
    """
    now = now or timezone.now()
    mark = fingerprint(person.email, voice(action))
    known = known_of(mark, now)
    first = spoken(mark, written.to.target) if known.confirmed else None
    if first:
        written_before(person, first, now)
        return
    supporter = take_part(person, mark, known, now)
    if supporter:
        delivery = _store(action, supporter, written, now)
        insert(Job, kind=ASK, payload={"delivery": delivery.hex}, run_after=mail_after or now)


def _store(action: int, supporter: int, written: Written, now: datetime) -> uuid.UUID:
    """What names the letter's own delivery."""
    letter = insert(
        Letter,
        action_id=action,
        supporter_id=supporter,
        language=written.language,
        subject=written.subject,
        body=written.body,
        wants_answers=written.wants_answers,
        created_at=now,
    )
    for copy in written.copies:
        _deliver(action, letter, copy, now, is_copy=True)
    return _deliver(action, letter, written.to, now, partner=written.partner)


def _deliver(
    action: int, letter: int, to: To, now: datetime, is_copy: bool = False, partner: int | None = None
) -> uuid.UUID:
    public_id = uuid.uuid4()
    insert(
        Delivery,
        public_id=public_id,
        action_id=action,
        target_id=to.target,
        contact_point_id=to.contact_point,
        letter_id=letter,
        is_copy=is_copy,
        partner_id=partner,
        message_id=message_id("delivery", str(public_id)),
        created_at=now,
        changed_at=now,
    )
    return public_id
