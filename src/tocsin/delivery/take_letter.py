"""A supporter asks us to send her letter; it waits for her confirmation."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from tocsin.actions.copies import Copy
from tocsin.actions.models import Action, Target
from tocsin.cases.names import case_mask
from tocsin.delivery.models import Delivery, Letter
from tocsin.delivery.tokens import confirmation_token
from tocsin.directory.models import ContactPoint
from tocsin.post.message_id import message_id
from tocsin.post.queue_mail import queue_mail
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
    confirm_link: Callable[[str], str],
    now: datetime | None = None,
) -> None:
    """Stores supporter, letter and its deliveries, and queues the mail that asks for confirmation.

    `confirm_link` makes a path of a token. Gives nothing back: the answer to a known address,
    a new one and one that has too many letters waiting is the same.
    """
    now = now or timezone.now()
    supporter = take_part(person, action=f"action {action.pk}", now=now)
    if supporter is None:
        return
    delivery = _store(action, supporter, written, now)
    _ask_to_confirm(
        delivery, person, settings.PUBLIC_URL + confirm_link(confirmation_token(delivery.public_id))
    )


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


def _ask_to_confirm(delivery: Delivery, person: Person, link: str) -> None:
    """Neither the name nor the letter stands in this mail: whoever typed them may not be its reader."""
    with translation.override(person.language):
        action, office = delivery.action, delivery.target.office
        words = {
            "link": link,
            "title": case_mask(action.case).text(action.title),
            "office": office,
            "copies": delivery.letter.copies if delivery.letter else (),
        }
        text = render_to_string("delivery/confirm_letter.txt", words)
        subject = _("Please confirm your letter to: %(office)s") % {"office": office}
    queue_mail(person.email, subject, text, key=f"confirm {delivery.public_id}")
