"""Who wrote for an organisation is erased after a time; that it signed stays."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from .models import Endorsement, EndorsementState
from .tokens import WAIT

KEPT_AFTER_CLOSING = timedelta(days=90)
KEPT_AFTER_ENDING = timedelta(days=30)


def erase_contacts(now: datetime | None = None) -> int:
    """Erases what was not confirmed within a week, and people's names and addresses 90 days after an action ended.

    Of an endorsement that was not taken, or withdrawn, after 30 days. Gives the number of endorsements touched.
    """
    now = now or timezone.now()
    unconfirmed = Endorsement.objects.filter(state=EndorsementState.ASKED, created_at__lte=now - WAIT)
    gone = unconfirmed.delete()[0]
    before = now - KEPT_AFTER_CLOSING
    ended = Q(action__closed_at__lte=before) | Q(action__withdrawn_at__lte=before)
    over = Q(
        state__in=(EndorsementState.REFUSED, EndorsementState.WITHDRAWN),
        decided_at__lte=now - KEPT_AFTER_ENDING,
    )
    known = Endorsement.objects.filter(ended | over).exclude(contact_name="", contact_email="")
    return gone + known.update(contact_name="", contact_email="")
