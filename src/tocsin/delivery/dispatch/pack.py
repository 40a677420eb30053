"""A taken letter is looked at once more, and made ready to leave or turned back."""

import logging
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tocsin.delivery.may_leave import Obstacle, obstacle_of
from tocsin.delivery.message import message_of
from tocsin.delivery.names.look_again import unsaid
from tocsin.post import header_words
from tocsin.post.header_words import HeaderRefused

from .claim import Claim
from .holds import Held
from .load import Taken
from .parcel import Parcel

logger = logging.getLogger(__name__)
MOST_TAKES = 100


@dataclass(frozen=True, slots=True)
class TurnedBack:
    """May not leave, or not now; `attempts` that were made before."""

    claim: Claim
    attempts: int
    obstacle: Obstacle


def pack(taken: Taken, held: Held) -> Parcel | TurnedBack:
    """Of a letter that was taken."""
    if found := _obstacle(taken, held):
        return TurnedBack(taken.claim, taken.attempts, found)
    try:
        return _packed(taken)
    except HeaderRefused:
        found = Obstacle(_("Its name or subject cannot stand in a mail."))
    except Exception as fault:
        # Its words are left out: they may quote the letter.
        logger.error("delivery %s could not be written as mail: %s", taken.claim.pk, type(fault).__name__)
        found = Obstacle(_("It could not be written as mail."))
    return TurnedBack(taken.claim, taken.attempts, found)


def _obstacle(taken: Taken, held: Held) -> Obstacle | None:
    """None where it may leave."""
    if taken.mail is None:
        return Obstacle(_("The letter was erased before it could be sent."))
    if found := obstacle_of(taken.action):
        return found
    if not taken.is_in_use:
        return Obstacle(_("The address is no longer in use: it bounced or was retired."))
    if found := held.obstacle(taken.action.pk, taken.address):
        return found
    if taken.names_unsaid:
        return Obstacle(unsaid(), names_of=taken.action.case_id)
    if taken.claim.takes > MOST_TAKES:
        return Obstacle(_("The worker ended each time that it tried to send this letter."))
    return None


def _packed(taken: Taken) -> Parcel:
    """Raises HeaderRefused, and ValueError for a letter that was erased."""
    if taken.mail is None:
        raise ValueError(f"delivery {taken.claim.pk} has no letter any more")
    sender, to, message = message_of(taken.mail)
    recipient = header_words.address(to).decode()
    return Parcel(taken.claim, taken.contact_point, taken.attempts, sender, recipient, message)
