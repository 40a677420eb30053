"""An organisation offers its name; nothing counts before it confirms and a person at the desk has looked."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from tocsin.actions.asks.asked import asks_for
from tocsin.actions.models import Action
from tocsin.jobs.enqueue import enqueue
from tocsin.reports.codes import AskKind

from .domains import why_by_hand
from .fold import fold
from .models import Endorsement, EndorsementState

ASK = "endorsements.ask"
# How many may wait for one address in one action: nobody's mailbox can be filled through us.
MOST_WAITING = 3


@dataclass(frozen=True)
class Signing:
    """What an organisation tells of itself. `country` is ISO 3166-1 alpha-2, `language` BCP 47, `domain` its web site's."""

    organisation: str
    country: str
    kind: str
    signed_by: str
    decided_by: str
    domain: str
    contact_name: str
    contact_email: str
    language: str
    members_count: int | None = None


@transaction.atomic
def sign_on(action: Action, given: Signing, mail_after: datetime | None = None) -> Endorsement | None:
    """Stores it and has a mail written. None, which the caller tells nobody, where too many wait or nothing is asked."""
    if not asks_for(action, AskKind.SIGN_ON) or _waiting(action, given.contact_email) >= MOST_WAITING:
        return None
    reason = why_by_hand(given.domain, given.contact_email)
    made = Endorsement.objects.create(
        action=action,
        folded=fold(given.organisation),
        why_by_hand=reason,
        own_domain="" if reason else given.domain,
        **vars(given),
    )
    enqueue(ASK, {"endorsement": str(made.public_id)}, run_after=mail_after or timezone.now())
    return made


def _waiting(action: Action, email: str) -> int:
    asked = action.endorsements.filter(state=EndorsementState.ASKED)
    return asked.filter(contact_email__iexact=email).count()
