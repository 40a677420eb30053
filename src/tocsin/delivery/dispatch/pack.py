"""A taken letter is looked at once more, and made ready to leave or turned back."""

import logging
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.delivery.may_leave import Obstacle, obstacle
from tocsin.delivery.message import message_of
from tocsin.delivery.models import Delivery
from tocsin.post import header_words
from tocsin.post.header_words import HeaderRefused

from .claim import Claim
from .holds import Held
from .parcel import Parcel

logger = logging.getLogger(__name__)
MOST_TAKES = 100


@dataclass(frozen=True, slots=True)
class TurnedBack:
    """May not leave, or not now; `attempts` that were made before."""

    claim: Claim
    attempts: int
    obstacle: Obstacle


def pack(claim: Claim, delivery: Delivery, held: Held) -> Parcel | TurnedBack:
    """May ask the database, so it is done by the thread that claims."""
    found = obstacle(delivery) or held.obstacle(delivery)
    if found is None and claim.takes > MOST_TAKES:
        found = Obstacle(_("The worker ended each time that it tried to send this letter."))
    if found:
        return TurnedBack(claim, delivery.attempts, found)
    try:
        return _pack(claim, delivery)
    except HeaderRefused:
        return TurnedBack(
            claim, delivery.attempts, Obstacle(_("Its name or subject cannot stand in a mail."))
        )
    except Exception as fault:
        # Its words are left out: they may quote the letter.
        logger.error("delivery %s could not be written as mail: %s", delivery.pk, type(fault).__name__)
        return TurnedBack(claim, delivery.attempts, Obstacle(_("It could not be written as mail.")))


def _pack(claim: Claim, delivery: Delivery) -> Parcel:
    sender, recipients, message = message_of(delivery)
    recipient = header_words.address(recipients[0]).decode()
    return Parcel(claim, delivery.contact_point_id, delivery.attempts, sender, recipient, message)
